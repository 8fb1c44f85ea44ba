/** The step of the build that draws, run over lists of pictures in folders of their own. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Picture, PictureList } from './picture.ts';
import { pictureSize } from './size.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-pictures-'));
  folders.push(folder);
  return folder;
}

const picture = (name: string, title: string): Picture => ({
  path: `/pictures/faq/${name}.png`,
  title,
  verdict: { kind: 'lean', lean: 'even' },
});
const site: Picture = { path: '/pictures/index.png', title: 'Flask or Django?', summary: 'A guide.' };

/** Runs the step in a folder, whose cache it uses, over one picture for each title and that of the site. */
function draw(folder: string, titles: Record<string, string>) {
  const entries = Object.entries(titles).map(([name, title]) => ({
    picture: picture(name, title),
    from: `content/faq/${name}.mdx: question`,
  }));
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/pictures.json'), JSON.stringify({ site, entries } satisfies PictureList));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'build-pictures.ts')], {
    cwd: folder,
    env: { ...process.env, SITE_URL: 'https://guide.example', OUT_DIR: 'dist' },
    encoding: 'utf8',
  });
  const drawn = (name: string) => readFileSync(join(folder, `dist/pictures/faq/${name}.png`));
  return { status, output: stdout + stderr, drawn };
}

describe('the step that draws pictures', () => {
  it('draws nothing a second time, and after a change of title that picture only', () => {
    const folder = emptyFolder();
    const first = draw(folder, { a: 'Which is faster?', b: 'Which is safer?' });
    assert.match(first.output, /3 pictures, .*, 3 of them drawn now/);
    const [a, b] = [first.drawn('a'), first.drawn('b')];
    const second = draw(folder, { a: 'Which is faster?', b: 'Which is safer?' });
    assert.match(second.output, /3 pictures, .*, 0 of them drawn now/);
    assert.ok(second.drawn('a').equals(a));
    const third = draw(folder, { a: 'Which is faster?', b: 'Which is dearer?' });
    assert.match(third.output, /3 pictures, .*, 1 of them drawn now/);
    assert.ok(third.drawn('a').equals(a));
    assert.ok(!third.drawn('b').equals(b));
  });

  it('gives every picture the size that the pages state, however long the title', async () => {
    const long = 'Which of the two would you take for a web shop with seventeen warehouses and few developers?';
    const { drawn, output } = draw(emptyFolder(), { short: 'Why?', long });
    assert.match(output, /drawn now/);
    for (const name of ['short', 'long']) {
      const { format, width, height } = await sharp(drawn(name)).metadata();
      assert.deepEqual({ format, width, height }, { format: 'png', ...pictureSize });
    }
  });

  it('paints with the colours of the site, not with neighbours of them', async () => {
    const tokens = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
    const { drawn } = draw(emptyFolder(), { a: 'Which is faster?' });
    const pixels = await sharp(drawn('a')).removeAlpha().raw().toBuffer();
    const painted = new Set<string>();
    for (let at = 0; at < pixels.length; at += 3) painted.add(`#${pixels.subarray(at, at + 3).toString('hex')}`);
    for (const name of ['paper', 'ink']) {
      const colour = RegExp(`--${name}: light-dark\\((#[0-9a-f]+),`).exec(tokens)![1]!;
      assert.ok(painted.has(colour), `${name} is ${colour}; the picture has ${[...painted].join(', ')}`);
    }
  });

  it('stops on a character that the fonts do not have, naming the entry, the field and the character', () => {
    const { status, output } = draw(emptyFolder(), { a: 'Which is faster?', snow: 'Which runs in ☃?' });
    assert.notEqual(status, 0);
    assert.match(output, /content\/faq\/snow\.mdx: question: the fonts have no “☃” \(U\+2603\)/);
  });

  it('stops on a title that finds no room, naming the entry', () => {
    const { status, output } = draw(emptyFolder(), { wide: 'W'.repeat(60) });
    assert.notEqual(status, 0);
    assert.match(output, /content\/faq\/wide\.mdx: question: “W+” finds no room on a picture/);
  });
});
