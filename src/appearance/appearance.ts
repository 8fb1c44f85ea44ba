// Runs before the page is painted, so that a chosen appearance never flashes.
// The footer's three radio buttons work without this script; it makes the choice last.
{
  const { dataset } = document.documentElement;
  try {
    dataset['theme'] = localStorage['appearance'] ?? '';
  } catch {
    // Storage is refused: every page begins as the device has it.
  }
  addEventListener('DOMContentLoaded', () => {
    for (const radio of document.getElementsByName('appearance') as NodeListOf<HTMLInputElement>)
      radio.checked ||= radio.value === dataset['theme'];
  });
  addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name !== 'appearance') return;
    dataset['theme'] = value;
    try {
      // Nothing is stored for a reader who leaves it to the device.
      if (value) localStorage['appearance'] = value;
      else delete localStorage['appearance'];
    } catch {
      // The choice holds for this page.
    }
  });
}

// A page that fades into the next one and is later returned to reports the end of its fade as an error, in WebKit.
onpageswap = ({ viewTransition }) => viewTransition?.ready.catch(() => {});
