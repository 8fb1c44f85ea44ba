import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fontFiles, fontLicences, makeFont } from './fonts.ts';

describe('the font files', () => {
  for (const name of fontFiles) {
    it(`${name} is what "npm run fonts" makes`, async () => {
      assert.ok(readFileSync(new URL(name, import.meta.url)).equals(await makeFont(name)));
    });
  }

  it('ship with their licence', () => {
    const shipped = readFileSync(new URL('../../public/fonts-licence.txt', import.meta.url), 'utf8');
    assert.equal(shipped, fontLicences());
    assert.match(shipped, /SIL Open Font License/i);
  });
});
