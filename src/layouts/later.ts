// Stands in pages with parts that are laid out later (`styles/components/later.css`), before these parts. Tells such a page that
// its reader begins it at the top: who loads it anew or comes back to it is taken to a place further down.
if ((performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.type === 'navigate')
  document.documentElement.dataset['fresh'] = '';
