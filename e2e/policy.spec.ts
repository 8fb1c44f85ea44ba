import { createHash } from 'node:crypto';
import { kinds, pagesOf } from './builds.ts';
import { expect, test } from './reader.ts';

for (const { address, html, dom } of pagesOf('plain')) {
  test(`the policy of /${address} stands first and covers what stands in the page`, () => {
    const policy = dom.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
    const first = html.search(/<(style|script)/);
    expect(html.indexOf('content-security-policy')).toBeLessThan(first);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("default-src 'self'");
    const inline = [...html.matchAll(/<(style|script)(?![^>]*ld\+json)[^>]*>(.*?)<\/\1>/gs)].map(([, , text]) => text!);
    const hashes = inline.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
    expect([...policy.matchAll(/sha256-[^']+/g)].map(([name]) => name).sort()).toEqual(hashes.sort());
    expect(html).not.toMatch(/\son[a-z]+="/);
  });
}

test('no page asks another host for anything', async ({ page, site }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  for (const address of kinds) await page.goto(site.url + address, { waitUntil: 'networkidle' });
  expect(elsewhere).toEqual([]);
});

test('every answer carries the headers that a meta element cannot', async ({ request, site }) => {
  for (const address of [...kinds, 'favicon.svg']) {
    const headers = (await request.get(site.url + address)).headers();
    expect(headers['content-security-policy'], address).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options'], address).toBe('nosniff');
    expect(headers['referrer-policy'], address).toBe('strict-origin-when-cross-origin');
  }
});
