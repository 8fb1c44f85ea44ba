import assert from 'node:assert/strict';
import type { Reader, Scenarios } from '../reader.ts';

/** Keeps the whole guide by the button; then the network goes. */
async function leave(reader: Reader): Promise<void> {
  await reader.open('offline/');
  await reader.click('main button', 'Keep the guide for reading offline');
  await reader.text('main [role=status]', 'The whole guide is kept on this device');
  await reader.offline();
}

/** Wired only where the build has a worker. */
export const offline: Scenarios = {
  'without network, once the guide is kept, a page that was never opened can be read': async (reader) => {
    await leave(reader);
    await reader.open('faq/which-is-faster/');
    await reader.text('h1', 'Which is faster');
    assert.ok((await reader.text('main')).length > 1000);
    await reader.click('nav a', 'Evidence');
    await reader.at('evidence/');
    await reader.text('h1');
  },

  'without network, once the guide is kept, a search is answered and its hit opens': async (reader) => {
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

  'without network, once the guide is kept, an answer moves the verdict': async (reader) => {
    await leave(reader);
    await reader.open('calculator/');
    await reader.click('[data-question=size] label', 'Up to 5 endpoints');
    await reader.click('[data-question=workload] label', 'One narrow job');
    await reader.click('[data-question=known] label', 'Flask');
    await reader.text('#verdict-heading', 'First lean: Flask');
  },

  'without network, once the guide is kept, a deep link leads to its place': async (reader) => {
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
