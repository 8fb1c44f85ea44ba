/**
 * What a type checker and a generated client make of each side: `mypy --strict` over the examples as they stand, over
 * two of them mended until it passes, and over planted mistakes; then a client made from each OpenAPI description.
 */
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { checkContract } from '../contracts.ts';
import { service } from '../deployments.ts';
import { environmentFor, namedPackages, samePackage, versionsIn, type Environment } from '../environments.ts';
import { Failure, Unavailable } from '../failure.ts';
import { patchedCopy, pythonLinesAdded } from '../patches.ts';
import { lastLines, run, start } from '../processes.ts';
import { isAtLeast, neededForDjango6, type Python } from '../python.ts';
import { whileRunning } from '../running.ts';
import { copies } from '../server.ts';
import { readTasks, type Task } from '../tasks.ts';
import { places } from '../../records/run.ts';
import type { Context, Result, Study } from './study.ts';

const folder = 'content/studies/types-and-client';
const sides = ['flask', 'django'] as const;
type SideName = (typeof sides)[number];

/** The examples that each framework does by itself. */
const examples = [
  ...['order-form', 'related-records', 'documented-api', 'accounts'],
  ...['back-office', 'calculation-api', 'first-endpoint'],
];
/** The examples that are mended until the checker passes. */
const mended = ['documented-api', 'related-records'];
/** The mended example in which mistakes are planted. */
const planted = 'related-records';

export const study: Study = {
  name: 'types-and-client',
  async run(context) {
    const python = [context.newer, context.main].find((each) => each && isAtLeast(each.version, neededForDjango6));
    if (!python) throw new Unavailable('The types of Django 6 need a Python 3.12 or newer.');
    const checkers = { flask: await environment(python, 'flask'), django: await environment(python, 'django') };
    const client = await environment(python, 'client');
    const rows: Result['rows'] = {};
    for (const side of sides) {
      context.say(`types of ${side}`);
      const types = await typesOf(side, checkers[side], context);
      context.say(`a client for ${side}`);
      rows[side] = { ...types, ...(await clientOf(side, client, [], context)) };
    }
    for (const side of sides) {
      context.say(`a client for ${side}, with a fuller description`);
      const patch = `${folder}/${side}-description.patch`;
      const nothing = Object.fromEntries(typeColumns.map((column) => [column, null]));
      rows[`${side}-described`] = { ...nothing, ...(await clientOf(side, client, [patch], context)) };
    }
    const environments = [checkers.flask, checkers.django, client];
    return { versions: { Python: python.version, ...versionsIn(environments, wantedVersions) }, rows };
  },
};

const patched = (task: string, patches: readonly string[]) => patchedCopy(places(task).folder, patches);
const environment = (python: Python, name: string) => environmentFor(python, `${folder}/${name}.txt`);

const wantedVersions = [
  ...['Flask', 'Django', 'mypy', 'django-stubs', 'djangorestframework-stubs', 'SQLAlchemy'],
  ...['types-WTForms', 'flask-httpauth-stubs', 'openapi-python-client'],
];

// Types

/** An error that mypy tells. */
export interface TypeFault {
  file: string;
  message: string;
  code: string;
}

const typeColumns = [
  ...['errors', 'generated-errors', 'package-errors', 'passing'],
  ...['lines', 'ignores', 'packages', 'mistakes'],
] as const;
type TypeColumns = Record<(typeof typeColumns)[number], number>;

async function typesOf(side: SideName, checker: Environment, context: Context): Promise<TypeColumns> {
  const found: TypeFault[][] = [];
  for (const example of examples) found.push(await check(await patched(example, []), side, checker));
  const faults = found.flat();
  const own = faults.filter(({ file }) => !isGenerated(file));
  const patches = Object.fromEntries(mended.map((task) => [task, `${folder}/${side}-${task}.patch`]));
  for (const task of readTasks(mended)) await holdMended(task, side, patches[task.name]!, checker, context);
  const added = Object.values(patches).flatMap((patch) => pythonLinesAdded(readFileSync(patch, 'utf8')));
  return {
    errors: faults.length,
    'generated-errors': faults.length - own.length,
    'package-errors': own.filter(isOfPackage).length,
    passing: found.filter(({ length }) => length === 0).length,
    lines: added.length,
    ignores: added.filter((line) => line.includes('# type: ignore')).length,
    packages: packagesForTypes(side).length,
    mistakes: await mistakesFound(side, patches[planted]!, checker),
  };
}

/** Files that the frameworks' own commands wrote the frame of. Pure. */
export const isGenerated = (file: string): boolean => /(^|\/)(migrations\/|manage\.py$)/.test(file);

/**
 * Whether an error is there because mypy cannot see the types of a package: it has none, its base class is made while
 * the program runs, or its function or decorator says nothing. Pure.
 */
export const isOfPackage = ({ message, code }: TypeFault): boolean =>
  ['import-untyped', 'untyped-decorator', 'no-untyped-call'].includes(code) ||
  (code === 'misc' && /^Class cannot subclass .+ \(has type "Any"\)/.test(message)) ||
  (code === 'name-defined' && /^Name "\w+\.\w+" is not defined/.test(message)) ||
  (code === 'attr-defined' && message.includes('does not explicitly export attribute'));

/**
 * Reads the errors out of what mypy wrote. Pure.
 * @throws Failure when mypy did not come to its end, or tells another number of errors
 */
export function readFaults(output: string): TypeFault[] {
  if (/^Success: no issues found/m.test(output)) return [];
  const faults = [...output.matchAll(/^(.+?):\d+: error: (.+?) {2}\[([\w-]+)\]$/gm)].map(
    ([, file, message, code]): TypeFault => ({ file: file!, message: message!, code: code! }),
  );
  const told = /^Found (\d+) errors? in \d+ files? \(checked/m.exec(output)?.[1];
  if (Number(told) === faults.length) return faults;
  throw new Failure(`mypy did not come to its end:\n${lastLines(output)}`);
}

/** What mypy says of one side in a copy of an example. */
async function check(copy: string, side: SideName, checker: Environment): Promise<TypeFault[]> {
  const cwd = join(copy, side);
  const shared = join(copy, 'shared');
  if (existsSync(shared)) cpSync(shared, cwd, { recursive: true });
  const settings = join(copy, 'mypy.ini');
  writeFileSync(settings, side === 'django' ? withPlugins(existsSync(join(cwd, 'project'))) : '[mypy]\n');
  const options = ['--strict', '--no-incremental', '--show-error-codes', '--config-file', settings];
  // The plugin imports the settings of the project, which read these.
  const environment = { ...process.env, SECRET_KEY: 'secret', API_TOKEN: 'token' };
  const program = await start([checker.python, '-m', 'mypy', ...options, '.'], { cwd, environment });
  await program.done;
  await program.stop();
  return readFaults(program.output());
}

const withPlugins = (isProject: boolean) =>
  [
    '[mypy]',
    'plugins = mypy_django_plugin.main, mypy_drf_plugin.main',
    '[mypy.plugins.django-stubs]',
    `django_settings_module = ${isProject ? 'project.settings' : 'app'}`,
    '',
  ].join('\n');

/** @throws Failure when mypy still finds an error in a mended side, or the side no longer keeps its contract */
async function holdMended(task: Task, side: SideName, patch: string, checker: Environment, { main, newer }: Context) {
  const copy = await patched(task.name, [patch]);
  const faults = await check(await patched(task.name, [patch]), side, checker);
  if (faults.length > 0) throw new Failure(`${patch}: mypy still says: ${faults[0]!.message} (${faults[0]!.file})`);
  const served = (python: Python, file: string) =>
    service(side, task.example.sides[side]!, resolve(copy, side), python, file);
  await checkContract(task, [await served(main, 'requirements')], undefined);
  if (side === 'django' && newer) await checkContract(task, [await served(newer, 'requirements-6')], undefined);
}

/** What a side names for its types alone, beside mypy itself. */
function packagesForTypes(side: SideName): string[] {
  const needed = examples.flatMap((example) =>
    namedPackages(readFileSync(`content/examples/${example}/${side}/requirements.in`, 'utf8')),
  );
  return namedPackages(readFileSync(`${folder}/${side}.in`, 'utf8')).filter(
    (name) => name !== 'mypy' && !needed.some((each) => samePackage(each, name)),
  );
}

/** How many of the planted mistakes mypy reports, each by itself in a mended side that has no other error. */
async function mistakesFound(side: SideName, patch: string, checker: Environment): Promise<number> {
  let found = 0;
  for (const mistake of globSync(`${folder}/mistakes/${side}-*.patch`).sort()) {
    const faults = await check(await patched(planted, [patch, mistake]), side, checker);
    if (faults.length > 0) found += 1;
  }
  return found;
}

// The client

/** What a caller came to with a generated client; written by `drive.py`. */
interface Driven {
  steps: Record<string, boolean>;
  typedRefusals: number;
  mayBeMissing: number;
}

async function clientOf(side: SideName, client: Environment, patches: readonly string[], context: Context) {
  const [task] = readTasks(['documented-api']);
  const copy = resolve(await patched(task!.name, patches), side);
  const served = await service(side, task!.example.sides[side]!, copy, context.main, 'requirements');
  if (patches.length > 0) await checkContract(task!, [served], undefined);
  return whileRunning(task!, [served], { workers: 2 }, async ({ address, secrets }) => {
    mkdirSync(copies, { recursive: true });
    const cwd = mkdtempSync(join(copies, 'client-'));
    const description = await (await fetch(`${address}/openapi.json`)).text();
    writeFileSync(join(cwd, 'openapi.json'), description);
    const made = await inClient(client, cwd, [
      ...['-m', 'openapi_python_client', 'generate', '--meta', 'none'],
      ...['--path', 'openapi.json', '--output-path', 'client'],
    ]);
    const operations = globSync('client/api/*/*.py', { cwd })
      .filter((file) => !file.endsWith('__init__.py'))
      .map((file) => readFileSync(join(cwd, file), 'utf8'));
    const drive = resolve(folder, 'drive.py');
    const said = await inClient(client, cwd, [drive, side, address, secrets['API_TOKEN']!]);
    const driven = JSON.parse(lastLines(said, 1)) as Driven;
    for (const [step, holds] of Object.entries(driven.steps)) {
      if (!holds) context.say(`${patches.length > 0 ? 'fuller ' : ''}${side}: the client does not hold: ${step}`);
    }
    return {
      'description-lines': patches.reduce(
        (sum, patch) => sum + pythonLinesAdded(readFileSync(patch, 'utf8')).length,
        0,
      ),
      warnings: [...made.matchAll(/^WARNING/gm)].length,
      operations: operations.length,
      'typed-answers': operations.filter(hasTypedAnswer).length,
      'described-refusals': operations.reduce((sum, operation) => sum + describedRefusals(operation), 0),
      'typed-refusals': driven.typedRefusals,
      'possibly-missing': driven.mayBeMissing,
      steps: Object.values(driven.steps).filter(Boolean).length,
    };
  });
}

/** Runs Python with the client's packages; the generator looks for its formatter on the path. */
function inClient({ python }: Environment, cwd: string, words: readonly string[]): Promise<string> {
  const path = [dirname(python), process.env['PATH']].join(delimiter);
  const environment = { ...process.env, PATH: path, PYTHONPATH: cwd };
  return run([python, ...words], { cwd, environment });
}

/** Whether an operation of a client says what its answer is. Pure. */
export function hasTypedAnswer(operation: string): boolean {
  const answer = /def sync_detailed\([^]*?\) -> Response\[(.+)\]:/.exec(operation)?.[1];
  return answer !== undefined && !/\bAny\b/.test(answer);
}

/** How many refusals an operation of a client tells apart. Pure. */
export const describedRefusals = (operation: string): number =>
  [...operation.matchAll(/response\.status_code == 4\d\d:/g)].length;
