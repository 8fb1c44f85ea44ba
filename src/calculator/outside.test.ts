import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from './content-files.ts';
import { outsideOf, outsides, outsideWords } from './outside.ts';

const outside = (choices: Record<string, string>, first?: string[], later?: string[]) =>
  outsideOf({ choices, ...(first && { first }), ...(later && { later }) });

describe('what points outside both frameworks', () => {
  it('is streams as the main work, whatever else is said', () => {
    assert.equal(outside({ workload: 'streams' }), 'streams');
    assert.equal(outside({ workload: 'streams', codebase: 'django', treatment: 'keep' }, ['orm']), 'streams');
    assert.equal(outside({ workload: 'narrow' }, ['realtime']), 'streams');
    assert.equal(outside({ workload: 'narrow' }, ['realtime', 'orm']), undefined);
    assert.equal(outside({ workload: 'plain' }, ['realtime']), undefined);
  });

  it('is a typed API and nothing else, where nothing must be fitted in with', () => {
    const api = { face: 'apart', workload: 'plain' };
    assert.equal(outside(api, ['rest']), 'typed-api');
    assert.equal(outside({ ...api, face: 'none' }, ['rest', 'cache'], ['jobs']), 'typed-api');
    assert.equal(outside(api, ['rest', 'orm']), undefined);
    assert.equal(outside(api, ['cache']), undefined);
    assert.equal(outside(api, ['rest'], ['accounts']), undefined);
    assert.equal(outside(api), undefined);
    assert.equal(outside({ workload: 'plain' }, ['rest']), undefined);
    assert.equal(outside({ ...api, existing: 'ownData' }, ['rest']), undefined);
  });

  it('is never told to a team whose Flask or Django application is kept', () => {
    const api = { face: 'apart', workload: 'plain' };
    for (const codebase of ['flask', 'django', 'both']) {
      assert.equal(outside({ ...api, codebase }, ['rest']), undefined);
      assert.equal(outside({ ...api, codebase, treatment: 'keep' }, ['rest']), undefined);
      assert.equal(outside({ ...api, codebase, treatment: 'rewrite' }, ['rest']), 'typed-api');
    }
  });

  it('is a content system where editors’ pages are all, and no framework for a few plain pages', () => {
    assert.equal(outside({}, ['cms']), 'only-content');
    assert.equal(outside({}, ['shop']), undefined);
    assert.equal(outside({}, ['cms', 'forms']), undefined);
    assert.equal(outside({}, ['cms'], ['forms']), undefined);
    const page = { size: 'tiny', workload: 'plain', codebase: 'nothing', face: 'server' };
    assert.equal(outside(page, []), 'no-framework');
    assert.equal(outside(page), undefined);
    assert.equal(outside(page, ['forms']), undefined);
    assert.equal(outside(page, [], ['forms']), undefined);
    for (const other of [{ size: 'small' }, { workload: 'records' }, { codebase: 'python' }, { face: 'apart' }])
      assert.equal(outside({ ...page, ...other }, []), undefined);
  });

  it('is a hosted shop where a small shop has one or two people behind it', () => {
    const shop = { size: 'small', people: 'p2' };
    assert.equal(outside(shop, ['shop', 'i18n']), 'hosted-shop');
    assert.equal(outside(shop, ['accounts'], ['shop']), 'hosted-shop');
    assert.equal(outside(shop, ['accounts']), undefined);
    for (const other of [{ size: 'medium' }, { people: 'p6' }, { codebase: 'django' }])
      assert.equal(outside({ ...shop, ...other }, ['shop']), undefined);
  });

  it('leads to an entry of the guide', () => {
    const content = join(import.meta.dirname, '../../content');
    for (const id of outsides)
      assert.ok(existsSync(`${content}${outsideWords[id].leadsTo.replace(/\/$/, '')}.mdx`), outsideWords[id].leadsTo);
  });

  it('sends none of the made-up teams away', () => {
    assert.deepEqual(
      entriesOf<{ choices: Record<string, string>; first?: string[] }>('personas')
        .filter(({ data }) => outsideOf(data))
        .map(({ id }) => id),
      [],
    );
  });
});
