import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { brokenLinks, linkedPage } from './links.ts';

const page = (path: string, html: string) => linkedPage(path, parse(html));
const site = (home: string, faq = '<h1 id="small">Small</h1>', base = '/') =>
  brokenLinks(
    [page('/', home), page('/faq/', faq)],
    { site: 'https://guide.example', base },
    (path) => path === '/favicon.svg',
  );
const link = (address: string) => site(`<a href="${address}">x</a>`);

describe('the check of links', () => {
  it('accepts pages, places on pages, files and other sites', () => {
    for (const address of ['/faq/', '/faq/#small', '/faq/?q=x', '#top', '/favicon.svg', 'https://example.org/x#y'])
      assert.deepEqual(link(address), [], address);
  });

  it('leaves telephone numbers, mail and data to others', () => {
    for (const address of ['tel:+4930123456', 'mailto:a@example.org', 'data:,x', 'sms:+49'])
      assert.deepEqual(link(address), [], address);
  });

  it('names the page and the link that leads to no page', () => {
    assert.deepEqual(link('/faqs/'), ['/: the link "/faqs/" leads to no page']);
    assert.deepEqual(site(`<a href='/gone/'>x</a>`), ['/: the link "/gone/" leads to no page']);
    assert.deepEqual(site('<a href=/gone/>x</a>'), ['/: the link "/gone/" leads to no page']);
    assert.deepEqual(site('<img src="/gone.png">'), ['/: the link "/gone.png" leads to no page']);
  });

  it('follows full addresses of this site too', () => {
    assert.deepEqual(link('https://guide.example/gone/'), [
      '/: the link "https://guide.example/gone/" leads to no page',
    ]);
    assert.deepEqual(link('https://guide.example/faq/'), []);
  });

  it('takes only attributes for links, not text or other attributes that look like one', () => {
    assert.deepEqual(site('<p data-x=" href=&quot;/gone/&quot;">write href="/gone/" src="/gone/"</p>'), []);
  });

  it('wants the final slash, and addresses from the root', () => {
    assert.deepEqual(link('/faq'), ['/: the link "/faq" leads to no page']);
    assert.deepEqual(link('faq/'), ['/: the link "faq/" does not begin at the root']);
  });

  it('names a missing place, and places that are spelt alike', () => {
    assert.deepEqual(link('/faq/#smal'), ['/: the link "/faq/#smal" leads to no place on that page; there is small']);
    assert.deepEqual(site('', '<a href="#gone">x</a>'), ['/faq/: the link "#gone" leads to no place on that page']);
  });

  it('names a link whose percent sign begins no character', () => {
    assert.deepEqual(link('/faq/#%zz'), ['/: the link "/faq/#%zz" leads to no place on that page']);
    assert.deepEqual(link('#100%'), ['/: the link "#100%" leads to no place on that page']);
    assert.deepEqual(site('<h1 id="100%">x</h1><a href="#100%">x</a>'), []);
    assert.deepEqual(link('/%zz/'), ['/: the link "/%zz/" leads to no page']);
  });

  it('finds a link that would leave the folder of the site', () => {
    assert.deepEqual(site('<a href="/guide-site/faq/">x</a>', '<a href="/faq/">x</a>', '/guide-site/'), [
      '/faq/: the link "/faq/" does not start with /guide-site/',
    ]);
  });
});
