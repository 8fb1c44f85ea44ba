import type { Page } from '@playwright/test';
import { request } from 'node:http';
import { kinds, builtPages } from './builds.ts';
import { harmfulTexts } from './harmful-texts.ts';
import { expect, test } from './reader.ts';

/** What a page must never have been made to do. Collected while a test runs. */
function watch(page: Page, home: string): string[] {
  const harm: string[] = [];
  page.on('dialog', (dialog) => {
    harm.push(`said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) harm.push(`asked ${request.url()}`);
  });
  page.on('popup', (popup) => harm.push(`opened ${popup.url()}`));
  return harm;
}

/** Finds code that ran, and elements, attributes and links that only a harmful text could have brought into the page. */
function injectedParts(): string[] {
  const found: string[] = [];
  // Where a question is about an error or a how-to, the search itself leads to these.
  const manuals = ['https://flask.palletsprojects.com/', 'https://docs.djangoproject.com/'];
  // Every object would have it if one text had reached the prototype of all.
  if ('injected' in window) found.push('injected ran');
  const strange =
    'iframe, object, embed, base, math, template, img:not([width]), form:not([role=search], .short-form > form, form.answers, .first-question)';
  for (const element of document.querySelectorAll(`body :is(${strange}), [src*="evil"], [href*="//evil"]`)) {
    found.push(element.outerHTML.slice(0, 200));
  }
  for (const element of document.querySelectorAll('.search-results *, .search-dialog *')) {
    const handlers = element.getAttributeNames().filter((name) => /^(on|style$|src)/.test(name));
    if (handlers.length > 0 || /^(img|script|svg|style|link|meta)$/i.test(element.tagName)) {
      found.push(element.outerHTML.slice(0, 200));
    }
    const href = element.getAttribute('href');
    if (href && new URL(href, location.href).origin !== location.origin && !manuals.includes(href)) {
      found.push(`a link to ${href}`);
    }
  }
  return found;
}

const queries = harmfulTexts(1000, 1);
const addresses = harmfulTexts(1000, 2);

/** How many of the texts each test takes: some in the default run, all in the sweep. */
const shares = [
  { of: 'some of the', tag: [], share: 0.025 },
  { of: 'all', tag: ['@sweep'], share: 1 },
];
const taken = (texts: readonly string[], share: number) =>
  texts.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));

/** How many searches run before the page is loaded anew. */
const batch = 100;

/** Searches for one text after the other on an open page, and gives back what each search said. */
async function searchAll({ texts, inDialog }: { texts: string[]; inDialog: boolean }): Promise<string[]> {
  const status = document.querySelector(inDialog ? '.search-dialog [role=status]' : '.search-status')!;
  const field = document.querySelector<HTMLInputElement>('.search-dialog input');
  const said: string[] = [];
  for (const text of texts) {
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (status.textContent === 'Searching …') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(status, { childList: true });
    });
    if (inDialog) {
      field!.value = text;
      field!.dispatchEvent(new Event('input'));
    } else {
      // What the way back and forth through such addresses does.
      history.replaceState(null, '', `?${new URLSearchParams({ q: text })}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }
    await answered;
    said.push(status.textContent);
  }
  return said;
}

const places = Object.entries({ dialog: queries.slice(0, 500), address: queries.slice(500) });
for (const { of, tag, share, place, own } of shares.flatMap((each) =>
  places.map(([place, texts]) => ({ ...each, place, own: taken(texts, each.share) })),
)) {
  test(`${of} 500 harmful searches in the ${place} are answered and do no harm`, { tag }, async ({ page, site }) => {
    test.slow(share === 1, '500 searches');
    const harm = watch(page, site.url);
    const inDialog = place === 'dialog';
    for (let at = 0; at < own.length; at += batch) {
      const [first, ...texts] = own.slice(at, at + batch) as [string, ...string[]];
      if (inDialog) {
        await page.goto(site.url);
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Search the guide' }).fill(first);
      } else {
        await page.goto(`${site.url}search/?${new URLSearchParams({ q: first })}`);
      }
      const answering = page.getByRole(inDialog ? 'dialog' : 'main').getByRole('status');
      await expect(answering).toHaveText(/result|Nothing/);
      const answers = await page.evaluate(searchAll, { texts, inDialog });
      expect(answers.filter((text) => !/result|Nothing/.test(text))).toEqual([]);
      expect(await page.evaluate(injectedParts)).toEqual([]);
    }
    expect(harm).toEqual([]);
  });
}

const pages = [...new Set([...kinds, 'calculator/', ...builtPages().map(({ address }) => address)])].filter(
  (address) => kinds.includes(address) || /^(calculator|embed)\//.test(address),
);

for (const { of, tag, share } of shares) {
  test(
    `${of} 100 harmful queries and fragments, for fields that the pages have and for none, do no harm`,
    { tag },
    async ({ page, site }) => {
      test.slow(share === 1, 'hundreds of texts');
      const harm = watch(page, site.url);
      const fields = new Map(
        builtPages().map(({ address, dom }) => [
          address,
          ['q', 'literal', ...dom.querySelectorAll('[name]').map((field) => field.getAttribute('name')!)],
        ]),
      );
      for (const [at, text] of taken(addresses.slice(0, 100), share).entries()) {
        const address = pages[at % pages.length]!;
        const names = fields.get(address)!;
        const field = names[at % names.length]!;
        const query = new URLSearchParams({ [field]: text, [text]: '1' });
        const fragment = at % 2 ? encoded(text) : text;
        await page.goto(`${site.url}${address}?${query}#${fragment}`, { waitUntil: 'domcontentloaded' });
        expect(await page.evaluate(injectedParts), `${address} with ${JSON.stringify(text)}`).toEqual([]);
      }
      expect(harm).toEqual([]);
    },
  );
}

for (const { of, tag, share } of shares) {
  test(`${of} 350 harmful fragments on pages that are open do no harm`, { tag }, async ({ page, site }) => {
    test.slow(share === 1, 'hundreds of texts');
    const harm = watch(page, site.url);
    const texts = taken(addresses.slice(100, 450), share);
    const each = Math.ceil(texts.length / pages.length);
    for (const [at, address] of pages.entries()) {
      await page.goto(site.url + address);
      await page.evaluate(
        async (fragments) => {
          for (const fragment of fragments) {
            location.hash = fragment;
            await new Promise((resolve) => setTimeout(resolve));
          }
        },
        texts.slice(at * each, (at + 1) * each),
      );
      expect(await page.evaluate(injectedParts), address).toEqual([]);
    }
    expect(harm).toEqual([]);
  });
}

for (const { of, tag, share } of shares) {
  test(
    `${of} 550 harmful paths are answered by the 404 page or a page of ours, and lead nowhere else`,
    { tag },
    async ({ page, site }) => {
      test.slow(share === 1, 'hundreds of texts');
      const harm = watch(page, site.url);
      const missing = await ask(`${site.url}gone/`, '/gone/');
      for (const [at, text] of taken(addresses.slice(450), share).entries()) {
        // Half as one part of a path, half with its slashes, dots and percent signs as they are.
        const written = at % 2 ? encoded(text) : text.replace(/[^!-~]|[#?]/gu, encoded);
        const path = `/${['', 'faq/', '_astro/', 'search/'][at % 4]}${written}`;
        const answer = await ask(site.url, path);
        expect([200, 301, 404], path).toContain(answer.status);
        expect(answer.location ?? '/', path).toMatch(/^\/(?![/\\])/);
        expect(answer.cookie, path).toBeUndefined();
        if (answer.status === 404) expect(answer.body, path).toBe(missing.body);
        if (at % 20 === 0) {
          await page.goto(site.url.slice(0, -1) + path, { waitUntil: 'domcontentloaded' });
          expect(await page.evaluate(injectedParts), path).toEqual([]);
        }
      }
      expect(harm).toEqual([]);
    },
  );
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

/** Asks for a path exactly as it stands, which a browser would tidy up. */
function ask(home: string, path: string) {
  return new Promise<{ status: number; location?: string; cookie: unknown; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(home);
    request({ hostname, port, path }, async (response) => {
      let body = '';
      for await (const part of response.setEncoding('utf8')) body += part;
      const { location, 'set-cookie': cookie } = response.headers;
      resolve({ status: response.statusCode!, ...(location && { location }), cookie, body });
    })
      .on('error', reject)
      .end();
  });
}
