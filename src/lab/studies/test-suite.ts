/**
 * The same hundred tests of one example in the tools of each framework: whether they keep out of each other's way, what
 * they catch, and how long they take.
 */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { howCalm } from '../calm.ts';
import { environmentFor, namedPackages, samePackage, versionsIn, type Environment } from '../environments.ts';
import { Failure } from '../failure.ts';
import { mutantsOf } from '../mutants.ts';
import { patchedCopy, pythonLinesAdded } from '../patches.ts';
import { lastLines, run } from '../processes.ts';
import type { Python } from '../python.ts';
import { copies, variablesFor } from '../server.ts';
import { studyPlaces } from '../../records/study.ts';
import { places } from '../../records/run.ts';
import type { Context, Result, Study } from './study.ts';

const name = 'test-suite';
const task = 'related-records';
const amount = 100;
const repeats = 5;
/** Three orders, the same in every run. */
const seeds = ['1', '2', '3'];
const variables = () => variablesFor({ SECRET_KEY: 'for tests only' });

const wantedVersions = ['Flask', 'SQLAlchemy', 'pytest', 'pytest-xdist', 'pytest-randomly', 'Django'];

/** The ways in which a suite is run. */
const ways = ['serial', 'two', 'one'] as const;

interface Tool {
  requirements: string;
  /** The words after the interpreter. */
  command: readonly string[];
  /** What each way adds. */
  adds: Record<(typeof ways)[number], readonly string[]>;
  shuffled: (seed: string) => readonly string[];
  /** The files that set the tests up. */
  setUp: readonly string[];
  /** Makes every test leave its rows behind. */
  keepRows: (folder: string) => void;
}

type SideName = 'flask' | 'django';
const own = (side: SideName) => join(studyPlaces(name).folder, side);

const tools: Record<SideName, Tool> = {
  flask: {
    requirements: join(own('flask'), 'requirements'),
    command: ['-m', 'pytest', '-q', '--tb=no', '-p', 'no:cacheprovider'],
    adds: {
      serial: ['-p', 'no:randomly'],
      two: ['-p', 'no:randomly', '-n', '2'],
      one: ['-p', 'no:randomly', 'tests/test_create.py::test_a_book_is_kept'],
    },
    shuffled: (seed) => ['-p', `randomly`, `--randomly-seed=${seed}`],
    setUp: ['tests/conftest.py'],
    keepRows: (folder) => rewrite(folder, 'tests/conftest.py', /outer\.rollback\(\)/, 'outer.commit()'),
  },
  django: {
    requirements: join(places(task).folder, 'django/requirements'),
    command: ['manage.py', 'test'],
    adds: {
      serial: [],
      two: ['--parallel', '2'],
      one: ['books.tests.test_create.CreateTest.test_a_book_is_kept'],
    },
    shuffled: (seed) => ['--shuffle', seed],
    setUp: [],
    keepRows: (folder) => {
      const kept = '(TransactionTestCase):\n    def _fixture_teardown(self):\n        pass\n';
      rewrite(folder, 'books/tests/test_*.py', /\(TestCase\):/, kept);
      rewrite(folder, 'books/tests/test_*.py', /\bTestCase$/m, 'TransactionTestCase');
    },
  },
};

/** What a run of a suite said of itself. */
export interface Outcome {
  tests: number;
  failed: number;
}

/**
 * Reads the last lines of pytest or of Django's runner. Pure.
 * @throws Failure when no test ran, or when pytest could not set one up
 */
export function outcomeOf(output: string): Outcome {
  const ran = /^Ran (\d+) tests? in/m.exec(output);
  const counted = (word: RegExp) => Number(word.exec(output)?.[1] ?? 0);
  if (ran) return { tests: Number(ran[1]), failed: counted(/failures=(\d+)/) + counted(/errors=(\d+)/) };
  const failed = counted(/\b(\d+) failed\b/);
  const passed = counted(/\b(\d+) passed\b/);
  if (failed + passed === 0 || /\b\d+ errors?\b/.test(output)) {
    throw new Failure(`The tests did not run:\n${lastLines(output)}`);
  }
  return { tests: failed + passed, failed };
}

/** The names of the tests of a side, in order. */
export const testsOf = (side: SideName): string[] =>
  globSync(`${own(side)}/**/test_*.py`)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ *def (test_\w+)\(/gm)])
    .map(([, test]) => test!)
    .sort();

export const study: Study = {
  name,
  async run(context: Context): Promise<Result> {
    demandSameTests();
    const flask = await prepare('flask', context.main);
    const django = await prepare('django', context.main);
    const rows: Result['rows'] = {};
    for (const suite of [flask, django]) rows[suite.side] = await judged(suite, context);
    const times = await timed([flask, django], context);
    for (const { side } of [flask, django]) Object.assign(rows[side]!, times[side]);
    return {
      versions: {
        Python: context.main.version,
        ...versionsIn([flask.environment, django.environment], wantedVersions),
      },
      rows,
    };
  },
};

interface Suite {
  side: SideName;
  environment: Environment;
  /** A copy of the example's side with the tests in it. */
  folder: string;
}

function demandSameTests(): void {
  const [flask, django] = [testsOf('flask'), testsOf('django')];
  const differing = [
    ...flask.filter((test) => !django.includes(test)),
    ...django.filter((test) => !flask.includes(test)),
  ];
  if (differing.length > 0) throw new Failure(`One side alone has ${differing.join(', ')}.`);
}

async function prepare(side: SideName, python: Python): Promise<Suite> {
  const environment = await environmentFor(python, `${tools[side].requirements}.txt`);
  return { side, environment, folder: await withTests(side) };
}

/** What a side needs changed before its tests can run. */
const patchesOf = (side: SideName) => globSync(`${own(side)}/*.patch`);

/** Copies the example, with a fault where one is named, puts the tests of a side into it, and returns that side's folder. */
async function withTests(side: SideName, ...faults: readonly string[]): Promise<string> {
  const folder = join(await patchedCopy(places(task).folder, [...faults, ...patchesOf(side)]), side);
  const left = /__pycache__$|\.patch$|requirements\.(in|txt)$/;
  cpSync(own(side), folder, { recursive: true, filter: (file) => !left.test(file) });
  return folder;
}

/** Counts a side, breaks it on purpose, and shuffles its tests. */
async function judged(suite: Suite, { main, say }: Context): Promise<Result['rows'][string]> {
  const { side, folder } = suite;
  const sound = await outcome(suite, tools[side].adds.serial);
  if (sound.failed > 0) throw new Failure(`${side}: ${sound.failed} tests fail as they stand.`);
  let shuffled = 0;
  for (const seed of seeds) shuffled += (await outcome(suite, tools[side].shuffled(seed))).failed;
  if (shuffled > 0) throw new Failure(`${side}: ${shuffled} tests fail in another order.`);
  say(`${side}: all tests pass in ${seeds.length + 1} orders`);
  const mutants = mutantsOf(task).filter((mutant) => mutant.side === side);
  let caught = 0;
  const waiting = mutants.values();
  const tryNext = async () => {
    for (const { file, fault } of waiting) {
      const { failed } = await outcome({ ...suite, folder: await withTests(side, file) }, tools[side].adds.serial);
      say(`${side} ${fault}: ${failed > 0 ? `${failed} tests fail` : 'NOT CAUGHT'}`);
      if (failed > 0) caught += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, tryNext));
  const leaking = { ...suite, folder: await withTests(side) };
  tools[side].keepRows(leaking.folder);
  const leaks = (await outcome(leaking, tools[side].adds.serial)).failed;
  if (leaks === 0) throw new Failure(`${side}: no test notices the rows of another.`);
  const patches = patchesOf(side).map((patch) => pythonLinesAdded(readFileSync(patch, 'utf8')).length);
  const setUp = await linesOf(
    main,
    tools[side].setUp.map((file) => join(folder, file)),
  );
  const all = await linesOf(main, globSync([`${own(side)}/**/tests/*.py`]));
  return {
    tests: sound.tests,
    'set-up-lines': setUp + patches.reduce((sum, lines) => sum + lines, 0),
    'test-lines': all - setUp,
    packages: packagesAdded(side),
    mutants: mutants.length,
    caught,
    shuffled,
    leaks,
  };
}

/** @throws Failure when the suite did not run whole: what does not start proves nothing */
async function outcome(suite: Suite, adds: readonly string[]): Promise<Outcome> {
  const { output } = await once(suite, adds);
  const found = outcomeOf(output);
  if (found.tests !== amount) throw new Failure(`${suite.side}: ${found.tests} tests ran:\n${lastLines(output)}`);
  return found;
}

async function once({ side, environment, folder }: Suite, adds: readonly string[]) {
  const timer = join(process.cwd(), 'src/lab/studies/timed.py');
  const command = [environment.python, timer, environment.python, ...tools[side].command, ...adds];
  const output = await run(command, { cwd: folder, environment: variables() });
  const took = JSON.parse(output.trimEnd().split('\n').at(-1)!) as { clock: number; processor: number };
  return { output, ...took };
}

/** On a busy machine no time is taken. */
const noTimes = Object.fromEntries(ways.flatMap((way) => [way, `${way}-processor`]).map((column) => [column, null]));

/** The seconds of each way, the sides in turns, so that what else the machine does meets both. */
async function timed(suites: readonly Suite[], { main, say }: Context): Promise<Result['rows']> {
  const { busy } = await howCalm(main, 1, say);
  if (busy.length > 0) return { flask: noTimes, django: noTimes };
  const taken: Record<string, Record<string, number[]>> = { flask: {}, django: {} };
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const way of ways) {
      for (const suite of suites) {
        const { output, clock, processor } = await once(suite, tools[suite.side].adds[way]);
        const { tests, failed } = outcomeOf(output);
        if (failed > 0 || tests !== (way === 'one' ? 1 : amount))
          throw new Failure(`${suite.side}: ${lastLines(output)}`);
        (taken[suite.side]![way] ??= []).push(clock);
        (taken[suite.side]![`${way}-processor`] ??= []).push(processor);
      }
    }
    say(`timed ${repeat} of ${repeats}`);
  }
  return taken;
}

/** Lines with code of some files, after the formatter of the lab. */
async function linesOf(python: Python, files: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(copies, 'lines-'));
  mkdirSync(join(folder, 'tests'));
  files.forEach((file) => cpSync(file, join(folder, 'tests', file.split('/').at(-1)!)));
  const tool = await environmentFor(python, 'src/lab/requirements/ruff.txt');
  const counted = JSON.parse(await run([tool.python, 'src/lab/count.py', '', folder])) as { tests: { lines: number } };
  return counted.tests.lines;
}

/** The packages that the tests name beside those of the example. */
function packagesAdded(side: SideName): number {
  const named = (file: string) => namedPackages(readFileSync(file, 'utf8'));
  const before = named(join(places(task).folder, side, 'requirements.in'));
  return named(`${tools[side].requirements}.in`).filter((each) => !before.some((one) => samePackage(one, each))).length;
}

function rewrite(folder: string, files: string, from: RegExp, to: string): void {
  for (const file of globSync(files, { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!from.test(text)) throw new Failure(`${file} lacks ${from.source}.`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
}
