import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draw } from './sketch.ts';

const levels = [['Browser'], ['Django', 'Flask'], ['Database']];

describe('a sketch', () => {
  it('joins every box to every box of the next level', () => {
    assert.deepEqual(
      draw(levels).joins.map(({ from, to }) => `${from}>${to}`),
      ['Browser>Django', 'Browser>Flask', 'Django>Database', 'Flask>Database'],
    );
  });

  it('joins only the boxes that are named, where they are', () => {
    assert.deepEqual(
      draw(levels, ['Browser>Django', 'Flask>Database']).joins.map(({ from, to }) => `${from}>${to}`),
      ['Browser>Django', 'Flask>Database'],
    );
  });

  it('keeps every box inside the drawing and apart from its neighbours', () => {
    const { boxes, width, height } = draw(levels);
    for (const box of boxes) {
      assert.ok(box.x - box.width / 2 >= 0 && box.x + box.width / 2 <= width && box.y < height);
    }
    const [left, right] = boxes.slice(1, 3);
    assert.ok(left!.x + left!.width / 2 < right!.x - right!.width / 2);
  });

  it('sets a text in two lines where one would not fit, and keeps one that fits in one', () => {
    const { boxes } = draw([['Browser'], ['Flask: old addresses', 'Django'], ['AnUnbreakableNameThatIsLong']]);
    assert.deepEqual(
      boxes.map(({ lines }) => lines),
      [['Browser'], ['Flask: old', 'addresses'], ['Django'], ['AnUnbreakableNameThatIsLong']],
    );
  });

  it('refuses a level that is empty or too full, a text that stands twice, a join to nothing', () => {
    assert.throws(() => draw([[]]), /level 1 has 0 boxes/);
    assert.throws(() => draw([['a', 'b', 'c']]), /level 1 has 3 boxes/);
    assert.throws(() => draw([['a'], ['a']]), /two boxes have one text/);
    assert.throws(() => draw([['a'], ['b']], ['a>c']), /"a>c" names no box/);
  });
});
