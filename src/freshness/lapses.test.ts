import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lapsesOf, newestOf, type NamedPackage } from './lapses.ts';
import type { IndexEntry } from './package-index.ts';

const entry = (...releases: [version: string, day: string, withdrawn?: boolean][]): IndexEntry => ({
  versions: releases.map(([version]) => version),
  files: releases.flatMap(([version, day, withdrawn = false]) =>
    [`flask_admin-${version}.tar.gz`, `Flask_Admin-${version}-py3-none-any.whl`].map((filename) => ({
      filename,
      uploaded: `${day}T06:11:08Z`,
      withdrawn,
      python: '>=3.10',
    })),
  ),
});
const named: NamedPackage = {
  file: 'content/capabilities/admin.yaml',
  name: 'Flask-Admin',
  index: 'flask-admin',
  series: '2.2',
  longTerm: false,
  released: '2026-09-21',
};
const lapses = (of: NamedPackage, index: IndexEntry) => lapsesOf([of], new Map([['flask-admin', index]]));

describe('what the guide says of packages', () => {
  it('is fresh where series and day are those of the newest release', () => {
    assert.deepEqual(lapses(named, entry(['2.1.0', '2026-01-02'], ['2.2.1', '2026-09-21'])), []);
  });

  it('is stale where there is a newer series', () => {
    assert.deepEqual(lapses(named, entry(['2.2.1', '2026-09-21'], ['2.10.0', '2026-11-01'])), [
      'content/capabilities/admin.yaml: Flask-Admin: the row says 2.2; the newest release that stands is 2.10.0 of 2026-11-01',
    ]);
  });

  it('is stale where a newer release of the series came', () => {
    assert.match(
      lapses(named, entry(['2.2.1', '2026-09-21'], ['2.2.2', '2026-10-01']))[0]!,
      /2\.2\.2 came on 2026-10-01/,
    );
  });

  it('is stale where the release that it names was withdrawn', () => {
    const index = entry(['2.1.0', '2026-01-02'], ['2.2.1', '2026-09-21', true]);
    assert.match(lapses(named, index)[0]!, /the newest release that stands is 2\.1\.0/);
  });

  it('is fresh where it names a series with long support beside a newer one', () => {
    const index = entry(['2.2.1', '2026-09-21'], ['3.0.0', '2026-11-01']);
    assert.deepEqual(lapses({ ...named, longTerm: true }, index), []);
    assert.equal(lapses(named, index).length, 1);
  });

  it('does not count trial versions', () => {
    assert.equal(newestOf(entry(['2.2.1', '2026-09-21'], ['3.0.0rc1', '2026-11-01']))!.version, '2.2.1');
  });

  it('says so where a package has no release that stands', () => {
    assert.match(lapses(named, entry(['2.2.1', '2026-09-21', true]))[0]!, /no release stands/);
  });

  it('takes a missing answer for a lapse', () => {
    assert.match(lapsesOf([named], new Map())[0]!, /was not asked/);
  });
});
