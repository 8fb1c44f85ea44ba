/** Measures what the contracts have shown to be equal: the two sides in turn, again and again. */
import { readFileSync } from 'node:fs';
import { cpus, availableParallelism, loadavg, release, totalmem, type } from 'node:os';
import getPort from 'get-port';
import { isoDay } from '../day.ts';
import { ratioOf, rounded, spread, type Measure, type MeasurementRecord } from '../records/measurement.ts';
import { count } from './count.ts';
import { deploymentsOf, type Service } from './deployments.ts';
import { load } from './load.ts';
import type { Python } from './python.ts';
import { prepared, secretsOf, serveSide, variablesFor, type Server } from './server.ts';
import type { Task } from './tasks.ts';
import { memoryOf, workersOf } from './workers.ts';

/**
 * How often each figure is taken. On a busy machine fewer: no repeat begins that would end after the time is up,
 * but for those that a spread needs.
 */
const most = 5;
const least = 3;
const time = 7.5 * 60_000;
const conditions = { connections: 16, workers: 2, seconds: 2 };
/** Asked one after the other before memory is read, and before load begins. */
const warmUpCalls = 20;

type Pair = { flask: Service; django: Service };
type Figures = MeasurementRecord['figures'];
/** Something that can be served, what was noted of it, and the headers it sent. */
interface Candidate {
  start: () => Promise<Server>;
  values: Values;
  headers: Record<string, string>;
}
/** A task with those who do it. `baseline` is Gunicorn with no framework. */
interface Comparison {
  task: Task;
  candidates: { flask: Candidate; django: Candidate; baseline?: Candidate };
}
/** The values of a measure, by the path under load if any, in the order of the repeats. */
type Values = Map<string, { measure: Measure; path?: string; values: number[] }>;

/**
 * Measures every task that both frameworks do by themselves.
 * @param say told what is under way
 */
export async function measure(
  tasks: readonly Task[],
  main: Python,
  say: (what: string) => void,
): Promise<MeasurementRecord> {
  const began = Date.now();
  const before = loadavg()[0]!;
  const counted: Figures = [];
  const comparisons: Comparison[] = [];
  const versions: Record<string, string> = { Python: main.version };
  for (const task of tasks) {
    const pair = await pairOf(task, main);
    if (!pair) continue;
    Object.assign(versions, pair.flask.named, pair.django.named);
    counted.push(...(await counts(task, pair, main)));
    comparisons.push(await comparison(task, pair));
  }
  let repeats = 0;
  const isTimeFor = (duration: number) => repeats < least || Date.now() - began + duration < time;
  for (let longest = 0; repeats < most && isTimeFor(longest); repeats += 1) {
    const start = Date.now();
    for (const each of comparisons) await repeat(each, repeats % 2 === 1);
    longest = Math.max(longest, Date.now() - start);
    say(`Repeat ${repeats + 1} of at most ${most}: ${Math.round((Date.now() - start) / 1000)} seconds`);
  }
  return {
    date: isoDay(new Date(began)),
    minutes: rounded((Date.now() - began) / 60_000),
    machine: {
      processor: cpus()[0]!.model.trim(),
      cores: availableParallelism(),
      memoryGiB: rounded(totalmem() / 2 ** 30),
      system: `${type()} ${release().split('-')[0]}`,
    },
    load: { before: rounded(before), after: rounded(loadavg()[0]!) },
    versions: { ...versions, ...tools() },
    repeats,
    conditions,
    figures: [...counted, ...comparisons.flatMap(figuresOf)],
    headers: comparisons.map(headersSent),
  };
}

/** The two sides of a task; undefined where they work only together. */
async function pairOf(task: Task, main: Python): Promise<Pair | undefined> {
  if (task.example.gateway) return undefined;
  const services = (await deploymentsOf(task, main, undefined)).flat();
  const flask = services.find(({ name }) => name === 'flask');
  const django = services.find(({ name }) => name === 'django');
  return flask && django && { flask, django };
}

function tools(): Record<string, string> {
  const pinned = (name: string) => /==(\S+)/.exec(readFileSync(`src/lab/requirements/${name}.in`, 'utf8'))![1]!;
  const { version } = JSON.parse(readFileSync('node_modules/autocannon/package.json', 'utf8')) as { version: string };
  return {
    Gunicorn: pinned('gunicorn'),
    pygount: pinned('pygount'),
    autocannon: version,
    'Node.js': process.versions.node,
  };
}

async function counts(task: Task, { flask, django }: Pair, main: Python): Promise<Figures> {
  const of = async ({ folder, named, environment: { installed } }: Service) => {
    const { lines, files } = await count(main, folder);
    return {
      ...{ lines, files, named: Object.keys(named).length, packages: installed.packages.length },
      size: rounded(installed.bytes / 2 ** 20),
    };
  };
  const [ofFlask, ofDjango] = [await of(flask), await of(django)];
  return (Object.keys(ofFlask) as (keyof typeof ofFlask)[]).map((each) =>
    figure({ measure: each, task: task.name }, [ofFlask[each]], [ofDjango[each]]),
  );
}

function figure(
  what: { measure: Measure; task: string; path?: string },
  flask: number[],
  django: number[],
  baseline?: number[],
): Figures[number] {
  const sides = { flask: spread(flask.map(rounded)), django: spread(django.map(rounded)) };
  return {
    ...what,
    ...sides,
    ...(baseline && { baseline: spread(baseline.map(rounded)) }),
    ratio: ratioOf(sides.flask, sides.django),
  };
}

async function comparison(task: Task, { flask, django }: Pair): Promise<Comparison> {
  const variables = variablesFor(secretsOf(task));
  // One task is enough to know what the server takes by itself.
  const baseline: Service = { ...flask, folder: 'src/lab/baseline', side: { ...flask.side, ...baselineSide } };
  const candidate = async (service: Service): Promise<Candidate> => ({
    start: await starter(service, task.example.entrance, variables),
    ...{ values: new Map(), headers: {} },
  });
  const candidates = { flask: await candidate(flask), django: await candidate(django) };
  return {
    task,
    candidates: task.name === baselineTask ? { ...candidates, baseline: await candidate(baseline) } : candidates,
  };
}

/** Measures each candidate once, one after the other. */
async function repeat({ task, candidates }: Comparison, reversed: boolean): Promise<void> {
  const { entrance, underLoad } = task.example;
  const order = Object.values(candidates);
  for (const candidate of reversed ? order.reverse() : order) {
    const { values } = candidate;
    const server = await candidate.start();
    try {
      note(values, 'start', server.millisecondsToFirstAnswer);
      candidate.headers = await warmUp(server.address + entrance);
      const memory = workersOf(server.pid).map(memoryOf);
      note(values, 'memory', memory.reduce((sum, each) => sum + each, 0) / memory.length);
      for (const path of Object.keys(underLoad)) {
        await warmUp(server.address + path);
        const loaded = await load(server, path, conditions.connections, conditions.seconds);
        for (const [measure, value] of Object.entries(loaded)) note(values, measure as Measure, value, path);
      }
    } finally {
      await server.stop();
    }
  }
}

function figuresOf({ task, candidates: { flask, django, baseline } }: Comparison): Figures {
  return [...flask.values].map(([key, { measure, path, values }]) =>
    figure(
      { measure, task: task.name, ...(path !== undefined && { path }) },
      values,
      django.values.get(key)!.values,
      baseline?.values.get(key)?.values,
    ),
  );
}

const headersSent = ({ task, candidates: { flask, django } }: Comparison) => ({
  ...{ task: task.name, path: task.example.entrance },
  ...{ flask: flask.headers, django: django.headers },
});

const baselineTask = 'first-endpoint';
const baselineSide = { wsgi: 'app:application', prepare: [] };

function note(into: Values, measure: Measure, value: number, path?: string): void {
  const key = `${measure} ${path ?? ''}`;
  const noted = into.get(key) ?? { measure, ...(path !== undefined && { path }), values: [] };
  noted.values.push(value);
  into.set(key, noted);
}

async function starter(
  service: Service,
  entrance: string,
  variables: NodeJS.ProcessEnv,
): Promise<() => Promise<Server>> {
  const { folder, side, environment } = service;
  const copy = await prepared(folder, side, environment, variables);
  return async () =>
    serveSide({
      ...{ copy, side, environment, variables, entrance },
      ...{ port: await getPort({ host: '127.0.0.1' }), workers: conditions.workers },
    });
}

/** Calls an address again and again. Returns the headers of the last answer. */
async function warmUp(address: string): Promise<Record<string, string>> {
  for (let call = 1; call < warmUpCalls; call += 1) await headersOf(address);
  return headersOf(address);
}

/** What the server says of itself and of the moment is left out, and so is what cookies hold. */
async function headersOf(address: string): Promise<Record<string, string>> {
  const response = await fetch(address, { headers: { connection: 'close' } });
  await response.arrayBuffer();
  const own = ['date', 'server', 'connection', 'transfer-encoding', 'content-length', 'set-cookie'];
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '=…'));
  return {
    ...Object.fromEntries([...response.headers].filter(([name]) => !own.includes(name))),
    ...(cookies.length > 0 && { 'set-cookie': cookies.join(', ').replaceAll(/ expires=[^;]*;/gi, '') }),
  };
}
