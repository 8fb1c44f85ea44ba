import assert from 'node:assert/strict';
import type { Reader, Sentences } from '../reader.ts';

/** One visit, until everything that is kept for later is there; then the network goes. */
async function leave(reader: Reader): Promise<void> {
  await reader.open('');
  await reader.ask(() => {
    const root = document.documentElement;
    void navigator.serviceWorker.ready.then(({ active }) => {
      const note = () => active!.state === 'activated' && (root.dataset['worker'] = 'ready');
      active!.addEventListener('statechange', note);
      note();
    });
  });
  await reader.wait('the worker is ready', () => document.documentElement.dataset['worker']);
  await reader.offline();
}

/** Wired only where the build has a worker. */
export const offline: Sentences = {
  'without network, after one visit, a page that was never opened can be read': async (reader) => {
    await leave(reader);
    await reader.open('faq/which-is-faster/');
    await reader.text('h1', 'Which is faster');
    assert.ok((await reader.text('main')).length > 1000);
    await reader.click('nav a', 'Evidence');
    await reader.at('evidence/');
    await reader.text('h1');
  },

  'without network, after one visit, a search is answered and its hit opens': async (reader) => {
    await leave(reader);
    await reader.open('guide/django/');
    await reader.press('Control+k');
    await reader.wait('the field has the focus', () => document.activeElement?.getAttribute('role') === 'combobox');
    await reader.type('session');
    await reader.text('[role=option] mark', 'ession');
    await reader.press('ArrowDown');
    await reader.press('Enter');
    await reader.wait(
      'the hit is open',
      () => !location.pathname.endsWith('/guide/django/') && document.querySelector('h1'),
    );
  },

  'without network, after one visit, an answer moves the verdict': async (reader) => {
    await leave(reader);
    await reader.open('calculator/?m=1&size=tiny');
    await reader.click('[data-question=known] label', 'Flask');
    await reader.text('#result [data-part=heading]', 'Leans to Flask');
  },

  'without network, after one visit, a deep link leads to its place': async (reader) => {
    await leave(reader);
    await reader.open('evidence/#django-ships-web-attack-defences');
    await reader.wait('the claim is in sight', () => {
      const { top, bottom } = document.querySelector(':target')!.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    await reader.open('search/?q=session');
    await reader.text('.search-results .search-hit mark', 'ession');
  },
};
