// Stands in every page, so it is short. The search itself is loaded when the reader shows intent: points at the
// button, comes to it with the keyboard (and lets go of Tab there), or presses Ctrl+K. If it does not arrive, the
// button is the link that it is without script.
onclick =
  onkeydown =
  onkeyup =
  onpointerover =
    (input: Event) => {
      const event = input as KeyboardEvent;
      const link = document.querySelector<HTMLAnchorElement>('[data-script]')!;
      const modified = event.ctrlKey || event.metaKey;
      const opens = modified
        ? event.type === 'keydown' && event.key === 'k'
        : event.target === link && event.type === 'click' && !event.shiftKey;
      if (opens) event.preventDefault();
      if (opens || event.target === link) {
        // Every part of the index side by side, and once; the search alone would come to them one by one.
        const [folder, ...files] = link.dataset['search']!.split(' ');
        if (!link.dataset['asked']) for (const file of files) fetch(folder + file).then((answer) => answer.blob());
        link.dataset['asked'] = '1';
        import(link.dataset['script']!).then(
          ({ open }) => opens && open(link),
          () => {
            if (opens) location.href = link.href;
          },
        );
      }
    };
