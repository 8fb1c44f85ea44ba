import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const tokens = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colours that each block of the style sheet defines, in the order of the file. */
const palettes = [...tokens.matchAll(/\{[^{}]*--paper:[^{}]*\}/g)].map(([block]) =>
  [...block.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name, colour]) => ({ name, colour })),
);

describe('the colours', () => {
  it('are the same on a dark device and for who chose dark', () => {
    assert.equal(palettes.length, 3);
    assert.deepEqual(palettes[1], palettes[2]);
  });

  it('have a dark counterpart each', () => {
    const names = palettes.map((palette) => palette.map(({ name }) => name));
    assert.deepEqual(names[1], names[0]);
  });
});
