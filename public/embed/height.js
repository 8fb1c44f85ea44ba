// Lets frames of the calculator on this page be as high as what they show. Takes messages from the calculator's own
// origin and from its frames only, and reads nothing but a height from them.
(() => {
  const own = document.currentScript;
  if (!own) return;
  const origin = new URL(own.src).origin;
  const calculator = new URL('calculator/', own.src).pathname;
  const frames = () =>
    [...document.querySelectorAll('iframe')].filter((frame) => {
      const { origin: from, pathname } = new URL(frame.src, location.href);
      return from === origin && pathname === calculator;
    });
  // It says nothing that others might not hear, and a frame that is still empty has no origin of its own yet.
  const ask = (frame) => frame.contentWindow?.postMessage('flask-or-django:follow', '*');
  addEventListener('message', (event) => {
    if (event.origin !== origin) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
    if (!frame) return;
    if (event.data === 'flask-or-django:ready') ask(frame);
    const height = event.data?.type === 'flask-or-django:height' ? Number(event.data.height) : 0;
    if (height >= 100 && height <= 10_000) frame.style.height = `${height}px`;
  });
  // Frames that were ready before this script came.
  frames().forEach(ask);
})();
