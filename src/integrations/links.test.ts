import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenLinks, linkedPage } from './links.ts';

const site = (home: string, faq = '<h1 id="small">Small</h1>', base = '/') =>
  brokenLinks([linkedPage('/', home), linkedPage('/faq/', faq)], base, (path) => path === '/favicon.svg');

describe('the check of links', () => {
  it('accepts pages, places on pages, files and other sites', () => {
    const links = ['/faq/', '/faq/#small', '/faq/?q=x', '#top', '/favicon.svg', 'https://example.org/x#y'];
    assert.deepEqual(site(`<p id="top">${links.map((link) => `<a href="${link}">x</a>`).join('')}`), []);
  });

  it('names the page and the link that leads to no page', () => {
    assert.deepEqual(site('<a href="/faqs/">x</a>'), ['/: the link "/faqs/" leads to no page']);
  });

  it('wants the final slash', () => {
    assert.deepEqual(site('<a href="/faq">x</a>'), ['/: the link "/faq" leads to no page']);
  });

  it('names a missing place, and places that are spelt alike', () => {
    assert.deepEqual(site('<a href="/faq/#smal">x</a>'), [
      '/: the link "/faq/#smal" leads to no place on that page; there is small',
    ]);
  });

  it('finds a place missing on the page itself', () => {
    assert.deepEqual(site('', '<a href="#gone">x</a>'), ['/faq/: the link "#gone" leads to no place on that page']);
  });

  it('finds a link that would leave the folder of the site', () => {
    assert.deepEqual(site('<a href="/guide-site/faq/">x</a>', '<a href="/faq/">x</a>', '/guide-site/'), [
      '/faq/: the link "/faq/" does not start with /guide-site/',
    ]);
  });
});
