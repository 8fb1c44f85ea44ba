import assert from 'node:assert/strict';
import type { Scenarios } from '../reader.ts';

/** What the card says first, before a reader has told it anything. */
const undecided = 'No verdict yet';
const verdict = '#verdict-heading';
/** Three answers, of which the team's framework is the last. */
const endpoint = 'calculator/?m=2&size=tiny&workload=narrow&known=flask';

export const calculate: Scenarios = {
  'an answer moves the verdict, and the address keeps it': async (reader) => {
    await reader.open('calculator/');
    await reader.text(verdict, undecided);
    await reader.click('[data-question=size] label', 'Up to 5 endpoints');
    await reader.click('[data-question=workload] label', 'One narrow job');
    await reader.click('[data-question=known] label', 'Flask');
    await reader.text(verdict, 'First lean: Flask');
    await reader.at(endpoint);
    await reader.open('');
    await reader.open(endpoint);
    await reader.text(verdict, 'First lean: Flask');
    assert.ok(await reader.ask(() => document.querySelector<HTMLInputElement>('[name=size][value=tiny]')!.checked));
  },

  'costs and their uncertainty follow, also for answers given with the keyboard': async (reader) => {
    await reader.open(endpoint);
    await reader.click('summary', 'Edit answers');
    await reader.wait('the calculator has computed', () =>
      document.querySelector('framework-calculator[data-live]:not([aria-busy])'),
    );
    // Not yet what is shown: the costs are below the screen, where a browser may not have laid them out.
    const before = await reader.ask(() => document.querySelector('[data-part=cost-totals]')!.textContent);
    await reader.ask(() => document.querySelector<HTMLElement>('[name=size]:checked')!.focus());
    await reader.press('ArrowDown');
    await reader.wait(
      'the costs are others',
      (text) => {
        const host = document.querySelector('framework-calculator')!;
        return !host.hasAttribute('aria-busy') && host.querySelector('[data-part=cost-totals]')!.textContent !== text;
      },
      before,
    );
    await reader.ask(() => document.querySelector('#costs')!.scrollIntoView());
    await reader.text('[data-part=cost]', 'person-days');
  },

  'a damaged address loads what it can and names the rest': async (reader) => {
    await reader.open(`${endpoint}&size=large&colour=blue&__proto__=1`);
    await reader.text('[data-part=notice]', 'Not everything in the address could be used');
    await reader.text('[data-part=notice]', 'colour');
    await reader.text(verdict);
  },

  'a reset can be undone': async (reader) => {
    await reader.open(endpoint);
    await reader.text(verdict, 'First lean: Flask');
    await reader.click('summary', 'Edit answers');
    await reader.click('button', 'Clear all');
    await reader.text(verdict, undecided);
    await reader.click('button', 'Undo');
    await reader.text(verdict, 'First lean: Flask');
  },
};
