/** The `_headers` file, which Netlify, Cloudflare Pages and others read from the root of a site. */
import { defaultHeaders, overridesOf, headersFor } from './headers.ts';

/**
 * The text of a `_headers` file for a site below a folder.
 *
 * Hosts differ where two rules set one header: some take the narrower rule, others join both values, and two joined
 * policies forbid what either forbids. So no path gets a header from two rules: what holds everywhere stands under
 * `/*`, and each file and folder at the root gets the rest under its own name.
 *
 * @param names what the site's root holds, folders with a slash at the end: `index.html`, `faq/`.
 * @param base the folder that the site is served from, with a slash at both ends.
 */
export function headersFile(names: string[], base: string): string {
  const shared = (name: string) => overridesOf(name).length === 0;
  const own = names.map((name): Rule => {
    const path = name === 'index.html' ? '' : name.endsWith('/') ? `${name}*` : name;
    return [path, Object.entries(headersFor(name)).filter(([header]) => !shared(header))];
  });
  const all: Rule = ['*', Object.entries(defaultHeaders).filter(([header]) => shared(header))];
  return [all, ...own]
    .map(([path, headers]) => [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'))
    .join('\n');
}

type Rule = [path: string, headers: [name: string, value: string][]];
