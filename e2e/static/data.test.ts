/** The guide as data: what a program reads is what the pages say, and keeps to what its schema promises. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { serve } from '../../src/server/server.ts';
import { build, builtFile, builtPage, countEntries } from '../builds.ts';

interface DataFile {
  $schema: string;
  edition: string;
  items: Record<string, unknown>[];
}
const read = (name: string) => JSON.parse(builtFile(`data/${name}.json`)) as DataFile;
const collections: Record<string, string> = {
  claims: 'claims',
  rows: 'capabilities',
  decisions: 'decisions',
  questions: 'faq',
  measurements: 'measurements',
  releases: 'releases',
};

describe('the guide as data', () => {
  for (const [name, collection] of Object.entries(collections)) {
    it(`has all ${name}, as its schema promises them`, () => {
      const file = read(name);
      assert.equal(file.items.length, countEntries(collection));
      const schema = JSON.parse(builtFile(`data/${name}.schema.json`)) as { $id: string };
      assert.equal(file.$schema, schema.$id);
      const ajv = addFormats.default(new Ajv2020({ strict: true, allowUnionTypes: true }));
      const validate = ajv.compile(schema);
      assert.ok(validate(file), JSON.stringify(validate.errors?.slice(0, 3)));
      // A schema that takes anything would promise nothing.
      assert.ok(!validate({ ...file, items: [{ ...file.items[0], id: 7 }] }));
    });
  }

  it('is listed on its page and for programs, file by file', () => {
    const page = builtPage('data/').dom;
    const programs = builtFile('llms.txt');
    for (const name of Object.keys(collections)) {
      assert.ok(page.querySelector(`a[href$="/data/${name}.json"]`), name);
      assert.ok(page.querySelector(`a[href$="/data/${name}.schema.json"]`), name);
      assert.ok(programs.includes(`/data/${name}.json)`), name);
    }
  });

  it('can be read by the program that its page shows', async () => {
    const program = builtPage('data/').dom.querySelector('pre')!.textContent;
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    const file = join(folder, 'example.mjs');
    writeFileSync(file, program);
    const server = await serve({ folder: build.folder, base: build.base });
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [file, `${server.url}data/claims.json`]);
      const disputed = read('claims').items.filter(({ verdict }) => verdict === 'disputed');
      assert.match(stdout, new RegExp(`^${disputed.length} of ${countEntries('claims')} claims are disputed`));
      for (const { statement } of disputed) assert.ok(stdout.includes(String(statement)), String(statement));
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('says the same of a claim as its page', () => {
    for (const { id, statement, number } of read('claims').items.slice(0, 5)) {
      const page = builtPage(`evidence/${String(id)}/`).dom;
      assert.equal(page.querySelector('h1')!.textContent.trim(), statement);
      assert.ok(page.querySelector('.head')!.textContent.includes(`Claim ${String(number)}`));
    }
  });
});
