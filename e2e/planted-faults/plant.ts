/**
 * `npm run faults`: plants one fault after the other in a copy of the project and says which command notices it. The
 * steps of `npm test` run in the order of their cost, those that concern the changed file first, and stop at the first
 * that fails. For what none of them notices, the part of the sweep runs that should. `-- --only=3,7` plants some.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawnFaults } from './drawn.ts';
import { faults as chosenFaults, type Fault } from './faults.ts';

const project = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'planted-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(1));

/** A step of `npm test`: what it is called and what it runs. */
interface Step {
  name: string;
  command: string[];
}

const npm = (...rest: string[]) => ['npm', 'run', '--silent', ...rest];

/** That a fault leaves a name without use is luck of the planting and says nothing about what readers would meet. */
const unusedNames = ['@typescript-eslint/no-unused-vars', 'no-unused-private-class-members'].flatMap((rule) => [
  '--rule',
  `${rule}: off`,
]);

function stepsFor({ file, spec }: Fault): Step[] {
  const code = /\.(ts|astro|mjs)$/.test(file);
  const folder = dirname(file);
  const beside = globSync(`${folder}/*.test.ts`, { cwd: project });
  return [
    ...(code ? [{ name: 'lint', command: ['npx', 'eslint', ...unusedNames, file] }] : []),
    ...(file.startsWith('content/') ? [{ name: 'content rules', command: npm('check:content') }] : []),
    ...(beside.length > 0 ? [{ name: 'units', command: [process.execPath, '--test', ...beside] }] : []),
    { name: 'build', command: [process.execPath, 'e2e/prepare.ts'] },
    { name: 'static checks', command: npm('static') },
    ...(spec ? [{ name: 'browser', command: ['npx', 'playwright', 'test', '--grep-invert', '@sweep', spec] }] : []),
    ...(code ? [{ name: 'types', command: ['npx', 'astro', 'check', '--minimumFailingSeverity', 'error'] }] : []),
    { name: 'units', command: npm('unit') },
    { name: 'browser', command: ['npx', 'playwright', 'test', '--grep-invert', '@sweep', '--max-failures=1'] },
  ];
}

/** What the command notices: it fails, or takes longer than anything may. Nothing where all is well. */
function failure(command: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
    cwd: copy,
    timeout: 15 * 60_000,
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
    env: { ...process.env, CALCULATOR_CASES: '100', NO_COLOR: '1' },
  });
  if (status === 0) return undefined;
  // The line by which the command says what failed, so that whoever reads the table can tell luck from a test.
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim());
  const telling = lines.find((line) => /^(✘|✖) (?!failing tests)|\berror\b/i.test(line));
  return (telling ?? lines.findLast(Boolean) ?? 'no word').replaceAll('|', '/').slice(0, 160);
}

/** Copies what the tests need; the packages are linked, without what builds keep beside them. */
function makeCopy(): void {
  for (const name of readdirSync(project).filter(
    (name) => !['node_modules', 'dist', 'test-results', '.git', '.astro', '.lab'].includes(name),
  ))
    cpSync(join(project, name), join(copy, name), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(project, 'node_modules')).filter((name) => !/^\.(?!bin$)/.test(name)))
    symlinkSync(join(project, 'node_modules', name), join(copy, 'node_modules', name));
}

/** The text with the fault in it. @throws when its place is not there, or there more than once */
function planted({ name, file, from, to }: Fault, text: string): string {
  const count = text.split(from).length - 1;
  if (count !== 1) throw new Error(`${name}: ${file} holds the place ${count} times: ${from}`);
  return text.replace(from, () => to);
}

interface Result {
  fault: Fault;
  /** The step of `npm test` that noticed it, and what it said. */
  test?: { step: string; said: string };
  /** What the sweep said where `npm test` noticed nothing. */
  sweep?: string;
  minutes: number;
}

function plant(fault: Fault): Result {
  const start = performance.now();
  const file = join(copy, fault.file);
  const original = readFileSync(file, 'utf8');
  writeFileSync(file, planted(fault, original));
  // That a change is badly formatted says nothing about what it breaks.
  spawnSync('npx', ['prettier', '--write', '--ignore-unknown', fault.file], { cwd: copy, stdio: 'ignore' });
  try {
    const minutes = () => (performance.now() - start) / 60_000;
    for (const { name, command } of stepsFor(fault)) {
      const said = failure(command);
      if (said !== undefined) return { fault, test: { step: name, said }, minutes: minutes() };
    }
    const sweep = fault.sweep && failure(fault.sweep);
    return { fault, ...(sweep !== undefined && { sweep }), minutes: minutes() };
  } finally {
    writeFileSync(file, original);
  }
}

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const all = [...chosenFaults, ...drawnFaults(project)];
const numbers = only ? only.split(',').map(Number) : all.map((_, at) => at + 1);
for (const fault of all) planted(fault, readFileSync(join(project, fault.file), 'utf8'));
makeCopy();
const results: Result[] = [];
for (const number of numbers) {
  const result = plant(all[number - 1]!);
  results.push(result);
  const { fault, test, sweep, minutes } = result;
  const noticed = test ? `npm test: ${test.step} | ${test.said}` : sweep ? `npm run test:all | ${sweep}` : 'NOTHING |';
  console.log(`| ${number} | ${fault.name} | ${fault.file} | ${noticed} | ${minutes.toFixed(1)} min |`);
}
const byTest = results.filter(({ test }) => test).length;
const byAny = results.filter(({ test, sweep }) => test ?? sweep).length;
console.log(`Of ${results.length} faults npm test notices ${byTest}, npm run test:all ${byAny}.`);
process.exitCode = byAny === results.length ? 0 : 1;
