import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { balancedLines } from './lines.ts';

const widthOf = (text: string) => text.length;

describe('a text in lines', () => {
  it('stays on one line where it finds room', () => {
    assert.deepEqual(balancedLines('Short title', widthOf, 11), ['Short title']);
  });

  it('leaves no word alone where the lines can be even', () => {
    assert.deepEqual(balancedLines('one two three four', widthOf, 14), ['one two', 'three four']);
  });

  it('takes no more lines to be even than it needs', () => {
    const text = 'Which is better for a REST API that runs behind a front end';
    for (const most of [12, 20, 31, 45]) {
      const lines = balancedLines(text, widthOf, most);
      assert.ok(
        lines.every((line) => line.length <= most),
        lines.join('|'),
      );
      assert.ok(lines.length <= Math.ceil(text.length / (most - 6)));
      assert.equal(lines.join(' '), text);
    }
  });

  it('gives a word that is too long a line of its own', () => {
    assert.deepEqual(balancedLines('a microframework b', widthOf, 5), ['a', 'microframework', 'b']);
  });
});
