/** The Content-Security-Policy that stands in each page. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { builtPages, type BuiltPage } from '../builds.ts';

const policyOf = ({ dom }: BuiltPage) =>
  dom.querySelector('meta[http-equiv="content-security-policy" i]')?.getAttribute('content') ?? '';

/** The pages for which a rule finds something, each with what it finds. */
function broken(rule: (page: BuiltPage) => string[]): string[] {
  return builtPages().flatMap((page) => rule(page).map((problem) => `/${page.address}: ${problem}`));
}

describe('the policy of every page', () => {
  it('stands before anything that it has to allow', () => {
    assert.deepEqual(
      broken(({ html }) => {
        const [policy, first] = [
          html.search(/http-equiv="?content-security-policy/i),
          html.search(/<(style|script|img)\b|<link rel="?(stylesheet|preload|modulepreload)/),
        ];
        return policy >= 0 && policy < first ? [] : ['the policy does not stand first'];
      }),
      [],
    );
  });

  it('names the hash of each style and script in the page, and no other', () => {
    assert.deepEqual(
      broken((page) => {
        const inline = [
          ...page.html.matchAll(/<(style|script)(?![^>]*(?:\bsrc=|ld\+json|application\/json))[^>]*>(.*?)<\/\1>/gs),
        ];
        const present = inline.map(([, , text]) => `sha256-${createHash('sha256').update(text!).digest('base64')}`);
        const named = [...policyOf(page).matchAll(/sha256-[^']+/g)].map(([hash]) => hash);
        return [
          ...present.filter((hash) => !named.includes(hash)).map((hash) => `${hash} stands in the page alone`),
          ...named.filter((hash) => !present.includes(hash)).map((hash) => `${hash} stands in the policy alone`),
        ];
      }),
      [],
    );
  });

  it('refuses other hosts, inline code without a hash, and text that would become code', () => {
    const wanted = ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"];
    assert.deepEqual(
      broken((page) => {
        const policy = policyOf(page);
        const directives = policy.split(';').map((directive) => directive.trim());
        return [
          ...wanted.filter((directive) => !directives.includes(directive)).map((directive) => `lacks ${directive}`),
          ...(directives.some((directive) => /^trusted-types [a-z-]+( [a-z-]+)*$/.test(directive))
            ? []
            : ['names no policy of Trusted Types']),
          ...["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", '*', 'http:', 'https:']
            .filter((source) => policy.split(/[ ;]+/).includes(source))
            .map((source) => `allows ${source}`),
        ];
      }),
      [],
    );
  });

  it('would refuse handlers in attributes, so there are none', () => {
    assert.deepEqual(
      broken(({ dom }) =>
        dom
          .querySelectorAll('*')
          .filter((element) => Object.keys(element.attributes).some((name) => /^on/i.test(name)))
          .map((element) => element.outerHTML.slice(0, 100)),
      ),
      [],
    );
  });
});
