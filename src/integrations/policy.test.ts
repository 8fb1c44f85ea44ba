import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { withOwnHashes } from './policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const ownHashes = (html: string) =>
  withOwnHashes(html, parse(html, { blockTextElements: { script: true, style: true } }), '/a/');
const page = (policy: string) =>
  `<meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style><script type="module">b()</script>`;

describe('the policy of a page', () => {
  it('keeps the hashes of its own styles and scripts and drops the rest', () => {
    const all = `script-src 'self' ${hash('b()')} ${hash('c()')}; style-src 'self' ${hash('z{}')} ${hash('a{}')};`;
    const own = `script-src 'self' ${hash('b()')}; style-src 'self' ${hash('a{}')};`;
    assert.equal(ownHashes(page(all)), page(own));
  });

  it('must be there', () => {
    assert.throws(() => ownHashes('<style>a{}</style>'), /\/a\/ has no Content-Security-Policy/);
  });
});
