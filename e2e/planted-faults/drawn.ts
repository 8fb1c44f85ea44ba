/** Ten more faults, drawn with a fixed seed from mechanical changes, so that nobody chose what the tests are asked. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../../src/calculator/random.ts';
import type { Fault } from './faults.ts';

const seed = 20261129;
/** How many of each kind of change. */
const each = 2;

/** A kind of mechanical change: where it may strike, and what it makes of a match. */
interface Change {
  what: string;
  files: string;
  pattern: RegExp;
  to(match: RegExpMatchArray): string;
}

const changes: readonly Change[] = [
  {
    what: 'an attribute is deleted',
    files: 'src/{components,layouts,pages,calculator-ui}/**/*.astro',
    pattern: / (?:aria-[a-z]+|alt|class|for|href|id|lang|name|role|scope|title|type)=(?:"[^"\n]*"|\{[^{}\n]*\})/g,
    to: () => '',
  },
  {
    what: 'a rule is deleted',
    files: 'src/styles/**/*.css',
    pattern: /^ *[^\s@{}/][^{}]*\{[^{}]*\}\n/gm,
    to: () => '',
  },
  {
    what: 'an await is deleted',
    files: 'src/{search,offline,calculator-ui,integrations,entries,open-graph,server}/**/*.ts',
    pattern: /\bawait (?!import)[^\n]*/g,
    to: ([line]) => line.replace('await ', ''),
  },
  {
    what: 'a label is deleted',
    files: 'src/{components,layouts,pages,calculator-ui,search}/**/*.{astro,ts}',
    pattern: /'?aria-label'?(?:: '[^'\n]*',|="[^"\n]*")|<label[^<>\n]*>[^<>{}\n]+<\/label>/g,
    to: ([label]) => (label.startsWith('<') ? label.replace(/>[^<]+</, '><') : ''),
  },
  {
    what: 'a condition is negated',
    files: 'src/{calculator,calculator-ui,search,offline,entries,integrations,server,components}/**/*.ts',
    pattern: /\bif \(([^()\n]+)\)/g,
    to: ([, condition]) => `if (!(${condition}))`,
  },
];

/** The drawn faults, always the same as long as the files are. */
export function drawnFaults(project: string): Fault[] {
  const random = seeded(seed);
  return changes.flatMap(({ what, files, pattern, to }) => {
    const places = globSync(files, { cwd: project })
      .filter((file) => !/\.(test|d)\.ts$/.test(file))
      .sort()
      .flatMap((file) => {
        const text = readFileSync(join(project, file), 'utf8');
        return [...text.matchAll(pattern)]
          .filter(([found]) => text.split(found).length === 2)
          .map((match) => ({
            file,
            from: match[0],
            to: to(match),
            line: text.slice(0, match.index).split('\n').length,
          }));
      });
    return Array.from({ length: each }, () => {
      const [place] = places.splice(Math.floor(random() * places.length), 1);
      if (!place) throw new Error(`no place in ${files} where ${what}`);
      const { file, from, to, line } = place;
      return {
        name: `${what}: ${from.trim().replace(/\s+/g, ' ').slice(0, 60)} (line ${line})`,
        file,
        from,
        to,
        // A rule of a style sheet shows in the record of looks; for the rest the whole browser part may see it.
        sweep: file.endsWith('.css')
          ? ['npx', 'playwright', 'test', 'looks']
          : ['npm', 'run', 'test:all', '--', '--only=browser'],
      };
    });
  });
}
