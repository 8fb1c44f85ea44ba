/**
 * `npm run test:all`: everything that can be tested, part by part, in this order. Each part runs though an earlier one
 * failed; the last line counts what passed and what failed.
 *
 * `-- --shard=1/4` runs the first of four shares: of the tests in the browser a quarter, and of the other parts every
 * fourth. `-- --only=engines,copies` runs the named parts.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureWebServers } from './web-servers.ts';

interface Part {
  name: string;
  what: string;
  /** Run one after the other, until one fails. */
  commands: string[][];
  environment?: Record<string, string>;
  /** Whether it reads the build of the site. */
  needsBuild?: true;
  /** What the part ends with where the machine lacks what it needs. */
  notRun?: number;
}

const node = process.execPath;
const npm = (...rest: string[]) => ['npm', 'run', '--silent', ...rest];

/** @param share such as `1/4` */
const parts = (share: string | undefined): Part[] => [
  {
    name: 'browser',
    what: 'every test in the browser, of the swept pages and texts too',
    commands: [['npx', 'playwright', 'test', ...(share ? [`--shard=${share}`] : [])]],
    needsBuild: true,
  },
  { name: 'check', what: 'formatting, types and content', commands: [npm('check')] },
  {
    name: 'unit',
    what: 'the units, with a thousand cases for each property of the calculator and ten thousand damaged addresses',
    commands: [npm('unit')],
    environment: { CALCULATOR_CASES: '1000', CALCULATOR_ADDRESSES: '10000' },
  },
  { name: 'static', what: 'every page without a browser', commands: [npm('static')], needsBuild: true },
  {
    name: 'copies',
    what: 'whole builds of copies in which one thing was changed',
    commands: [[node, '--test', 'e2e/sweep/*.test.ts']],
  },
  {
    name: 'engines',
    what: 'Chromium, Firefox and WebKit',
    commands: [
      [node, 'e2e/browsers/prepare.ts'],
      [node, '--test', 'e2e/browsers/run.ts'],
    ],
    needsBuild: true,
  },
  {
    name: 'contracts',
    what: 'the contracts of the examples',
    commands: [npm('lab', '--', '--contracts')],
    // No Python 3.11 or no package index, so nothing is known about the examples.
    notRun: 69,
  },
];

interface Outcome {
  code: number;
  passed: number;
  failed: number;
}

/** Runs a command, shows what it prints, and counts what it says of its tests. */
function run(command: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0]!, command.slice(1), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      process.stdout.write(text);
      output += text.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, ...counted(output) }));
  });
}

/** What the runners of Node and Playwright say at the end, such as "ℹ pass 12" and "  3 failed". */
function counted(output: string): { passed: number; failed: number } {
  const sum = (...patterns: RegExp[]) =>
    patterns.flatMap((pattern) => [...output.matchAll(pattern)]).reduce((all, match) => all + Number(match[1]), 0);
  return {
    passed: sum(/^(?:ℹ|#) pass (\d+)$/gm, /^ {2}(\d+) passed\b/gm),
    failed: sum(/^(?:ℹ|#) fail (\d+)$/gm, /^ {2}(\d+) failed$/gm),
  };
}

/** A part whose commands count nothing counts as one. */
async function runPart({ name, commands, environment, notRun }: Part): Promise<Outcome> {
  const whole: Outcome = { code: 0, passed: 0, failed: 0 };
  for (const command of commands) {
    const { code, passed, failed } = await run(command, environment);
    whole.passed += passed;
    whole.failed += failed;
    whole.code = code;
    if (code !== 0) break;
  }
  if (whole.code !== 0 && whole.code === notRun) {
    console.log(`NOT RUN: ${name}. The reason stands above.`);
    return { ...whole, code: 0 };
  }
  if (whole.code !== 0) whole.failed ||= 1;
  else whole.passed ||= 1;
  return whole;
}

/** @throws when the arguments name no share or no part */
function chosen(): Part[] {
  const { values } = parseArgs({ options: { shard: { type: 'string' }, only: { type: 'string' } } });
  const { shard, only } = values;
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(shard ?? '1/1')?.map(Number) ?? [];
  if (!index || !count || index > count) throw new Error(`--shard must be such as 1/4, not "${shard}"`);
  const all = parts(shard);
  const unknown = only?.split(',').filter((name) => !all.some((part) => part.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(
      `--only: there is no part ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}`,
    );
  return all
    .filter(({ name }) => !only || only.split(',').includes(name))
    .filter(({ name }, at) => name === 'browser' || at % count === index - 1);
}

const times: string[] = [];
const total = { passed: 0, failed: 0 };

async function timed(name: string, what: string, work: () => Promise<Outcome>): Promise<boolean> {
  console.log(`\n== ${name}: ${what}`);
  const start = performance.now();
  const { code, passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((performance.now() - start) / 1000);
  times.push(`${name.padEnd(10)} ${String(seconds).padStart(5)} s  ${passed} passed, ${failed} failed`);
  return code === 0;
}

const toRun = chosen();
const build: Part = { name: 'build', what: 'the site', commands: [[node, 'e2e/prepare.ts']] };
const built =
  !toRun.some(({ needsBuild }) => needsBuild) || (await timed(build.name, build.what, () => runPart(build)));
if (built && toRun.some(({ name }) => name === 'browser')) ensureWebServers();
for (const part of toRun) {
  if (part.needsBuild && !built) console.log(`\n== ${part.name}: not run, as there is no build`);
  else await timed(part.name, part.what, () => runPart(part));
}
console.log(`\n${times.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
