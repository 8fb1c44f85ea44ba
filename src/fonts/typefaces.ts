// Stands in every page, so it is short. The typefaces keep no reader waiting, move no text and make no page lay itself
// out twice: who has them before the first paint sees them at once, everybody else on the next page.
{
  const { documentElement, fonts, referrer } = document;
  const show = () => (documentElement.dataset['typefaces'] = '');
  // Whoever came from another page of ours, or keeps the guide for reading without a network, has them already.
  if (referrer.startsWith(location.origin) || (navigator as Partial<Navigator>).serviceWorker?.controller) show();
  else
    // Once text and script are here, so that they need not share a narrow line and a busy processor.
    addEventListener('load', () =>
      Promise.allSettled(Array.from(fonts, (face) => face.load())).then(
        () => performance.getEntriesByType('paint').length || show(),
      ),
    );
}
