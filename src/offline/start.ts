// Comes with every page, so it is short: the script that registers the service worker is fetched once the page stands
// before the reader.
addEventListener('load', () =>
  setTimeout(() => {
    const { register } = document.body.dataset;
    if (register) import(register).catch(() => {});
  }, 1_000),
);
