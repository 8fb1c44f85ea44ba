import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { componentsOfTexts } from './bodies.ts';

const prose = 'src/components/prose';

describe('the components that a text may use', () => {
  it('are those that pages hand to it', () => {
    const handed = /export const prose = \{([^}]*)\}/.exec(readFileSync(`${prose}/index.ts`, 'utf8'))![1]!;
    const names = handed.split(',').map((name) => name.trim());
    assert.deepEqual(
      names.filter((name) => /^[A-Z]\w*$/.test(name)),
      Object.keys(componentsOfTexts),
    );
  });

  it('take the attributes that they ask for', () => {
    for (const [name, attributes] of Object.entries(componentsOfTexts)) {
      const props = /interface Props \{(.*?)\n\}/s.exec(readFileSync(`${prose}/${name}.astro`, 'utf8'))?.[1] ?? '';
      const asked = [...props.matchAll(/^ {2}(\w+\??):/gm)].map((match) => match[1]);
      assert.deepEqual(asked, attributes, name);
    }
  });
});
