import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownOf } from './markdown.ts';

describe('the Markdown edition of an entry', () => {
  it('says title, verdict, answer, what would turn it, and the sources of every cited claim', () => {
    const edition = {
      title: 'Is `it` small?',
      verdict: 'Leans Flask',
      answer: 'Yes.',
      facts: [{ term: 'Team', detail: 'Three' }],
      body: [],
      flipsIf: 'it grows.',
      checked: 'Checked on Monday',
      claims: [
        {
          number: 5,
          statement: 'It is small.',
          verdict: 'Holds',
          path: '/evidence/small/',
          sources: [
            { title: 'Design', address: 'https://docs.example/', locator: 'What micro means' },
            { title: 'A count', address: '/evidence/measurements/#counted-x', locator: 'Lines' },
            { title: 'A record', address: undefined, locator: 'All' },
          ],
        },
      ],
    };
    assert.equal(
      markdownOf(edition, (path) => `https://guide.example${path}`),
      `# Is \`it\` small?

**Leans Flask.**

Yes.

- **Team:** Three

**This flips if** it grows.

Checked on Monday

## The claims behind this page

- [Claim 5](https://guide.example/evidence/small/): It is small. **Holds.**

## Sources

- Claim 5: [Design](https://docs.example/), What micro means
- Claim 5: [A count](https://guide.example/evidence/measurements/#counted-x), Lines
- Claim 5: A record, All
`,
    );
  });

  it('holds the sections of a chapter below its own opening', () => {
    const section = { title: 'Part', verdict: 'Even', body: [] };
    assert.equal(
      markdownOf({ title: 'Whole', inShort: ['One.'], body: [], sections: [section] }, (path) => path),
      '# Whole\n\n- One.\n\n## Part\n\n**Even.**\n',
    );
  });
});
