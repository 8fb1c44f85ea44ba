/** A build that is not told its host: whole, but for what needs an absolute address. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { Copy } from './copy.ts';

describe('a build without a host', () => {
  const copy = new Copy();
  after(() => copy.remove());

  it('says so, and names no absolute address of its own', async () => {
    const { code, output } = await copy.build();
    assert.equal(code, 0, output);
    assert.match(output, /SITE_URL is not set/);
    const dist = join(copy.folder, 'dist');
    assert.deepEqual(globSync('{*.xml,pictures/**/*.png,search/*.xml}', { cwd: dist }), []);
    const pages = globSync('**/*.html', { cwd: dist });
    assert.ok(pages.length > 70);
    for (const name of pages) {
      const html = copy.read(join('dist', name));
      const page = parse(html);
      const absolute = 'link[rel=canonical], link[rel=search], [property="og:url"], [property="og:image"]';
      assert.deepEqual(page.querySelectorAll(absolute).map(String), [], name);
      assert.doesNotMatch(html, /BreadcrumbList|undefined/, name);
      const links = page.querySelectorAll('a[href]').map((link) => link.getAttribute('href')!);
      assert.deepEqual(
        links.filter((href) => !/^(\/|#|\?|https?:|mailto:)/.test(href)),
        [],
        name,
      );
    }
  });
});
