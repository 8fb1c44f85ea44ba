// Runs before the page is painted, so that a chosen appearance never flashes.
// The footer's three radio buttons work without this script; it makes the choice last.
{
  const key = 'appearance';
  const root = document.documentElement;
  const read = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const show = (choice: string | null) => {
    if (choice === 'light' || choice === 'dark') root.dataset['theme'] = choice;
    else delete root.dataset['theme'];
  };
  show(read());
  addEventListener('DOMContentLoaded', () => {
    const radio = document.querySelector<HTMLInputElement>(
      `[name=appearance][value=${root.dataset['theme'] ?? 'device'}]`,
    );
    if (radio) radio.checked = true;
  });
  addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'appearance') return;
    show(target.value);
    try {
      if (target.value === 'device') localStorage.removeItem(key);
      else localStorage.setItem(key, target.value);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  });
}

// A page that fades into the next one and is later returned to reports the end of its fade as an error, in WebKit.
onpageswap = ({ viewTransition }) => viewTransition?.ready.catch(() => {});
