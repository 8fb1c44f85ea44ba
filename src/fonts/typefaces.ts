// Stands in every page, so it is short. The typefaces keep no reader waiting, move no text and make no page lay itself
// out twice: who has them sees them, everybody else fetches them for the next page.
{
  const { documentElement, fonts, referrer } = document;
  let worker;
  try {
    worker = navigator.serviceWorker?.controller;
  } catch {
    // In a frame with few rights, asking is an error.
  }
  // Whoever came from another page of ours, or keeps the guide for reading without a network, has them already.
  if (referrer.startsWith(location.origin) || worker) documentElement.dataset['typefaces'] = '';
  else
    addEventListener('load', () =>
      // Once the page stands before the reader, so that the two do not share a narrow line and a busy processor.
      setTimeout(() => {
        for (const face of fonts) if (face.display === 'optional') face.load().catch(() => {});
      }, 500),
    );
}
