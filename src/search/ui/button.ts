// Stands in every page, so it is short. The search itself is loaded when the reader shows intent: points at the
// button, comes to it with the keyboard (and lets go of Tab there), or presses Ctrl+K. If it does not arrive, the
// button is the link that it is without script.
onclick =
  onkeydown =
  onkeyup =
  onpointerover =
    (input: Event) => {
      const event = input as KeyboardEvent;
      const link = document.querySelector<HTMLAnchorElement & { asked?: Promise<Response>[] }>('[data-script]')!;
      const modified = event.ctrlKey || event.metaKey;
      const opens = modified
        ? event.type === 'keydown' && /^k$/i.test(event.key) && !event.shiftKey && !event.altKey
        : event.target === link && event.type === 'click' && !event.shiftKey;
      if (opens) event.preventDefault();
      if (opens || event.target === link) {
        // Every part of the index side by side, and once; the search takes the answers over.
        const [folder, ...files] = link.dataset['search']!.split(' ');
        link.asked ??= files.map((file) => {
          const answer = fetch(folder + file);
          answer.catch(() => {});
          return answer;
        });
        import(link.dataset['script']!).then(
          ({ open }) => opens && open(link),
          () => {
            if (opens) location.href = link.href;
          },
        );
      }
    };
