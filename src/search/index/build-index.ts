/**
 * The step of a build between Astro and `build/finish.ts`: indexes each entry from the page that shows it, writes the
 * index into a folder named after its content, and tells every page where that is.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSettings } from '../../build/settings.ts';
import { addressAttribute, indexFolder, writeAddress } from './format.ts';
import { makeIndex } from './make-index.ts';
import type { SearchRecord, SearchTopic } from './records.ts';
import { textReader } from './texts.ts';

const { base, outDir } = buildSettings(process.env);
const source = join(outDir, 'search-records.json');
const { records, topics } = JSON.parse(readFileSync(source, 'utf8')) as {
  records: SearchRecord[];
  topics: SearchTopic[];
};
rmSync(source);

const textOf = textReader((address) => readFileSync(join(outDir, address, 'index.html'), 'utf8'));
const { files, first } = await makeIndex(
  records.map((record) => ({ record, text: textOf(record) })),
  topics,
);

const hash = createHash('sha256');
for (const [name, content] of files) hash.update(name).update(content);
const folder = `${indexFolder.slice(1)}${hash.digest('hex').slice(0, 8)}/`;
rmSync(join(outDir, indexFolder), { recursive: true, force: true });
for (const [name, content] of files) {
  const file = join(outDir, folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const address = writeAddress(base + folder, first);
const stated = new RegExp(`(\\s${addressAttribute}=")[^"]*(")`, 'g');
for (const name of globSync('**/*.html', { cwd: outDir })) {
  const file = join(outDir, name);
  const html = readFileSync(file, 'utf8');
  const complete = html.replace(stated, `$1${address}$2`);
  if (complete !== html) writeFileSync(file, complete);
}
console.log(`${outDir}: ${records.length} entries to search`);
