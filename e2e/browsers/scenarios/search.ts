import assert from 'node:assert/strict';
import type { Scenarios } from '../reader.ts';

/** A page to read that is neither first nor last of anything. */
const somewhere = 'faq/can-flask-and-django-work-together/';

export const search: Scenarios = {
  'a misspelt question is asked and answered with the keyboard alone': async (reader) => {
    await reader.open(somewhere);
    await reader.press('Control+k');
    await reader.wait('the field has the focus', () => document.activeElement?.getAttribute('role') === 'combobox');
    await reader.type('how do schema migratons differ');
    await reader.text('.search-remarks', 'Showing results for');
    const first = await reader.text('[role=option] b', 'migrations');
    assert.match(first, /migrations/);
    await reader.press('ArrowDown');
    await reader.wait('the first hit is marked', () => {
      const option = document.querySelector('[role=option]');
      return (
        option?.getAttribute('aria-selected') === 'true' &&
        document.activeElement?.getAttribute('aria-activedescendant') === option.id
      );
    });
    await reader.press('Enter');
    await reader.at('faq/how-do-schema-migrations-differ/');
    await reader.text('h1', 'migrations');
  },

  'the dialog opens from its button, closes with Escape and gives the focus back': async (reader) => {
    await reader.open(somewhere, { width: 480 });
    await reader.click('header a', 'Search');
    await reader.wait('the field has the focus', () => document.activeElement?.getAttribute('role') === 'combobox');
    await reader.type('session');
    await reader.text('[role=option] mark', 'ession');
    await reader.press('Escape');
    await reader.wait('the button has the focus', () => document.activeElement?.matches('header a[data-script]'));
  },

  'the page of a search is found at its address, and so is the way back': async (reader) => {
    await reader.open('search/?q=session');
    await reader.text('.search-status', 'result');
    await reader.text('.search-results .search-hit mark', 'ession');
    assert.match(await reader.ask(() => document.title), /^session · Search/);
    assert.equal(await reader.ask(() => document.querySelector<HTMLInputElement>('main input')!.value), 'session');
    await reader.click('.search-results .search-hit');
    await reader.wait('a page is open', () => !location.pathname.endsWith('/search/') && document.querySelector('h1'));
    await reader.ask(() => history.back());
    await reader.at('search/?q=session');
    await reader.text('.search-results .search-hit mark', 'ession');
  },

  'where nothing is found the reader is told, and offered topics': async (reader) => {
    await reader.open('');
    await reader.press('Control+k');
    await reader.wait('the field has the focus', () => document.activeElement?.getAttribute('role') === 'combobox');
    await reader.type('xqzzv');
    await reader.text('dialog [role=status]', 'Nothing found');
    await reader.click('dialog .search-remarks li a');
    await reader.wait('the topic is open', () => location.href !== `${origin}/` && document.querySelector('h1'));
  },

  'a search in a hostile address is text and nothing else': async (reader) => {
    await reader.open(`search/?${new URLSearchParams({ q: '<img src=x onerror=alert(1)>"\'' })}`);
    await reader.text('.search-status', '');
    assert.equal(await reader.ask(() => document.querySelectorAll('main img').length), 0);
  },
};
