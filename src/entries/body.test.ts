import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, components } from './body.ts';

const attributes = (text: string, name: string) => components(bodyOf(text), name).map((found) => found.attributes);

describe('the body of an entry', () => {
  it('hands out the attributes of a component, however they are quoted', () => {
    const text = `One <Cite claim="a" /> two <Cite claim='b' /> three <Cite claim={"c"} /> four <Cite claim={\`d\`} />.`;
    assert.deepEqual(attributes(text, 'Cite'), [{ claim: 'a' }, { claim: 'b' }, { claim: 'c' }, { claim: 'd' }]);
  });

  it('finds components in blocks, tables and other components', () => {
    const text =
      '<Annotated claim="a">\n\nSee <Term of="orm">it</Term>.\n\n</Annotated>\n\n| A |\n| - |\n| <Row of="x" /> |\n';
    assert.deepEqual(attributes(text, 'Annotated'), [{ claim: 'a' }]);
    assert.deepEqual(attributes(text, 'Term'), [{ of: 'orm' }]);
    assert.deepEqual(attributes(text, 'Row'), [{ of: 'x' }]);
  });

  it('takes neither comments nor code for components', () => {
    const text = '{/* <Cite claim="a" /> */}\n\n`<Cite claim="b" />`\n\n```mdx\n<Cite claim="c" />\n```\n';
    assert.deepEqual(attributes(text, 'Cite'), []);
  });

  it('reads lists of texts, and attributes without a value', () => {
    assert.deepEqual(attributes('<Sketch wide levels={[["A"], ["B", "C"]]} />', 'Sketch'), [
      { wide: true, levels: [['A'], ['B', 'C']] },
    ]);
  });

  it('says on which line a component begins', () => {
    assert.equal(components(bodyOf('One.\n\nTwo.\n\n<Cite claim="a" />\n'), 'Cite')[0]?.line, 5);
  });

  it('refuses a value that would have to be computed', () => {
    assert.throws(() => attributes('<Cite claim={"a" + "b"} />', 'Cite'), /<Cite claim> must be written out/);
    assert.throws(() => attributes('<Cite {...props} />', 'Cite'), /<Cite> spreads its attributes/);
  });

  it('is read once', () => {
    assert.equal(bodyOf('The same text.'), bodyOf('The same text.'));
  });
});
