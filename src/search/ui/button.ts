// Comes with every page, so it is short. The search itself is loaded when the reader shows intent: points at the
// button, comes to it with the keyboard (and lets go of Tab there), or presses Ctrl+K. If it does not arrive, the
// button is the link that it is without script.
onclick =
  onkeydown =
  onkeyup =
  onpointerover =
    (input: Event) => {
      const event = input as KeyboardEvent;
      const link = document.querySelector<HTMLAnchorElement & { list?: Promise<string[]> }>('[data-script]')!;
      const modified = event.ctrlKey || event.metaKey;
      const opens = modified
        ? event.type === 'keydown' && /^k$/i.test(event.key) && !event.shiftKey && !event.altKey
        : event.target === link && event.type === 'click' && !event.shiftKey;
      if (opens) event.preventDefault();
      if (opens || event.target === link) {
        if (!link.list) {
          // Every part side by side, and once; the search takes them over.
          const preload = (href: string) =>
            document.head.append(
              Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href }),
            );
          const [list, ...files] = link.dataset['search']!.split(' ');
          files.forEach(preload);
          link.list = fetch(list!).then((answer) => answer.json());
          link.list.then((files) => files.forEach(preload)).catch(() => {});
        }
        // The script may not come, or want what this browser does not have; a click does not wait for ever.
        const late = new Promise<never>((_, reject) => setTimeout(reject, 10_000));
        Promise.race([import(link.dataset['script']!), late])
          .then(({ open }) => opens && open(link))
          .catch(() => {
            if (opens) location.href = link.href;
          });
      }
    };
