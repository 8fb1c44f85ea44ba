// Stands in every page, so it is short. The typefaces keep no reader waiting: who comes from another page of ours has
// them from the first paint; for everybody else they are fetched once there is something to read.
{
  const { body, documentElement, fonts, referrer } = document;
  const fetchAll = () => fonts.forEach((face) => face.display === 'optional' && face.load().catch(() => {}));
  let worker;
  try {
    worker = navigator.serviceWorker?.controller;
  } catch {
    // In a frame with few rights, asking is an error.
  }
  // Whoever keeps the guide for reading without a network has them too.
  if (referrer.startsWith(location.origin) || worker) {
    documentElement.dataset['typefaces'] = '';
    fetchAll();
  } else
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      fetchAll();
      import(body.dataset['typefaces']!).catch(() => {});
    }).observe({ type: 'paint', buffered: true });
}
