/** The verdict of an entry is the same wherever it stands. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build, builtFile, builtPage } from '../builds.ts';

/** Use cases that the calculator calls too close. */
const undecided = ['json-api-for-a-front-end', 'real-time-feature', 'teaching-project'];
const words = 'Too close to call: Flask or Django';

type Place = ReturnType<typeof builtPage>['dom'];

describe('a verdict', () => {
  it('that is too close to call stands on the page, in lists, in print, in Markdown and on the picture', () => {
    const [list, search, print] = ['use-cases/', 'search/', 'print/'].map((address) => builtPage(address).dom);
    for (const name of undecided) {
      const path = `use-cases/${name}/`;
      const own = builtPage(path).dom;
      assert.equal(own.querySelector('.head .undecided')?.textContent, words, path);
      const alternative = own.querySelector('meta[property="og:image:alt"]')?.getAttribute('content');
      assert.ok(alternative?.includes(words), `${path}: the picture's text`);
      const address = own.querySelector('link[type="text/markdown"]')!.getAttribute('href')!;
      assert.ok(builtFile(address.slice(build.base.length)).includes(`**${words}.**`), `${path}: Markdown`);
      const title = own.querySelector('h1')!.textContent.trim();
      const printed = print!
        .querySelectorAll('article')
        .find((article) => article.querySelector('h3')?.text.trim() === title);
      assert.equal(printed?.querySelector('.undecided')?.textContent, words, `${path}: print`);
      for (const place of [list!, search!]) {
        const link = place.querySelectorAll('main a').find((each) => each.getAttribute('href')?.endsWith(`/${path}`));
        assert.ok(link?.closest('article, li')?.textContent.includes(words), `${path}: a list`);
      }
    }
  });

  it('stands at a step of a path as at the head of its page', () => {
    const verdictIn = (place: Place | null | undefined) => place?.querySelector('.lean, .undecided')?.textContent;
    const steps = builtPage('paths/').dom.querySelectorAll('.path li');
    assert.ok(steps.length > 10);
    for (const step of steps) {
      const address = step.querySelector('a')!.getAttribute('href')!.slice(build.base.length);
      const [path, id] = address.split('#');
      const { dom } = builtPage(path!);
      const head = id ? dom.getElementById(id)?.closest('section') : dom.querySelector('.head');
      assert.equal(verdictIn(step), verdictIn(head), address);
    }
  });
});
