import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeHtml, region, regionAmong } from './sample.ts';

const file = `import os
# region shown
app = Flask(__name__)  # marked

# A comment of its own
print("# not a comment")  # but this is one
# endregion
app.run()
`;
const text = (lines: ReturnType<typeof region>) => lines.map(({ parts }) => parts.map((part) => part.text).join(''));

describe('a code sample', () => {
  it('prints the named region and nothing around it', () => {
    assert.deepEqual(text(region(file, 'shown')), [
      'app = Flask(__name__)',
      '',
      '# A comment of its own',
      'print("# not a comment")  # but this is one',
    ]);
  });

  it('marks the lines that end with the mark, and does not print the mark', () => {
    assert.deepEqual(
      region(file, 'shown').map(({ marked }) => marked),
      [true, false, false, false],
    );
  });

  it('is the same where lines end as Windows ends them', () => {
    const windows = file.replaceAll('\n', '\r\n');
    assert.deepEqual(region(windows, 'shown'), region(file, 'shown'));
    assert.deepEqual(regionAmong(['x = 1\r\n', windows], 'shown'), region(file, 'shown'));
  });

  it('sets comments apart, but not a # inside a string', () => {
    const comments = region(file, 'shown').flatMap(({ parts }) => parts.filter((part) => part.kind === 'comment'));
    assert.deepEqual(
      comments.map((part) => part.text),
      ['# A comment of its own', '# but this is one'],
    );
  });

  it('sets texts apart, also one that holds a value', () => {
    const [line] = region('# region shown\nreturn f"to {name}" if True else x\n# endregion\n', 'shown');
    assert.deepEqual(line!.parts, [
      { text: 'return ' },
      { text: 'f"to {name}"', kind: 'string' },
      { text: ' if True else x' },
    ]);
  });

  it('becomes HTML in which code stays text', () => {
    const lines = region('# region shown\na = "<b>" & 1  # marked\n# why\n# endregion\n', 'shown');
    assert.equal(codeHtml(lines), '<b>a = <span class="string">&quot;&lt;b&gt;&quot;</span> &amp; 1</b>\n<i># why</i>');
  });

  it('is found in whichever file of a side has it, and in one only', () => {
    assert.deepEqual(text(regionAmong(['x = 1', '# region shown\ny = 2\n# endregion'], 'shown')), ['y = 2']);
    assert.throws(() => regionAmong(['x = 1'], 'shown'), /has no closed region "shown"/);
    assert.throws(() => regionAmong([file, file], 'shown'), /has the region "shown" in 2 files/);
  });

  it('refuses a region that is missing or not closed', () => {
    assert.throws(() => region(file, 'hidden'), /has no closed region "hidden"/);
    assert.throws(() => region('# region shown\nx = 1\n', 'shown'), /has no closed region "shown"/);
  });
});
