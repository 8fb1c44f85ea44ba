import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { entryPng, sitePng } from './draw.ts';
import { pictureSize } from './size.ts';

const png = (title: string) =>
  entryPng(
    { path: '/pictures/faq/a.png', title, verdict: { kind: 'lean', lean: 'even' } },
    'content/faq/a.mdx: question',
  );

describe('the picture of an entry', () => {
  it('has the size that the pages state, however long the title', async () => {
    const long = 'Which of the two would you take for a web shop with seventeen warehouses and few developers?';
    const site = await sitePng({ path: '/pictures/index.png', title: 'Flask or Django?', summary: 'A guide.' });
    for (const picture of [await png('Why?'), await png(long), site]) {
      const { format, width, height } = await sharp(picture).metadata();
      assert.deepEqual({ format, width, height }, { format: 'png', ...pictureSize });
    }
  });

  it('is painted with the colours of the site, not with neighbours of them', async () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    const pixels = await sharp(await png('Which is faster?'))
      .removeAlpha()
      .raw()
      .toBuffer();
    const painted = new Set<string>();
    for (let at = 0; at < pixels.length; at += 3) painted.add(`#${pixels.subarray(at, at + 3).toString('hex')}`);
    for (const name of ['paper', 'ink']) {
      const colour = RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)![1]!;
      assert.ok(painted.has(colour), `${name} is ${colour}; the picture has ${[...painted].join(', ')}`);
    }
  });

  it('stops on a character that the fonts do not have, naming the entry, the field and the character', async () => {
    await assert.rejects(png('Which runs in ☃?'), /content\/faq\/a\.mdx: question: the fonts have no “☃” \(U\+2603\)/);
  });

  it('stops on a title that finds no room, naming the entry', async () => {
    await assert.rejects(png('W'.repeat(60)), /content\/faq\/a\.mdx: question: “W+” finds no room on a picture/);
  });
});
