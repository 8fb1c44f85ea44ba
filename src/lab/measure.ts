/**
 * Measures one task, once all candidates are shown to give the answer that is meant. First what noise does not reach:
 * instructions, memory, code and packages. Then time, where the machine is calm: all candidates in turn, again and again.
 */
import { readFileSync } from 'node:fs';
import getPort from 'get-port';
import { median } from '../median.ts';
import { rounded, spread, timed, type Figure, type Measure, type Part } from '../records/measurement.ts';
import type { Look } from './calm.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { count } from './count.ts';
import { Failure } from './failure.ts';
import { answerOf, instructionsOf, timeOf, versionOfValgrind, wrongAnswer, type Callable } from './in-process.ts';
import { askMany, evenly, latencies, percentile, processorTimePerRequest } from './load.ts';
import type { Python } from './python.ts';
import { prepared, secretsOf, seeded, serveSide, spreadConnections, variablesFor, type Server } from './server.ts';
import type { Task } from './tasks.ts';
import { warmUp } from './warm-up.ts';
import { memoryOf } from './workers.ts';

/** How much is measured. */
export interface Plan {
  /** Of what takes time. */
  repeats: number;
  connections: number;
  workers: number;
  threads: number;
  /** How often a server is started to see its memory, and the requests on each path that it then answers. */
  memory: { repeats: number; requests: number };
  /** What twice so many calls without a server take more is counted in instructions. */
  instructions: { calls: number };
  /** Under load, in one repeat. */
  seconds: number;
  /** Left out when it repeats nothing. */
  latency: { repeats: number; answers: number };
  /** How far three rounds without a server may lie apart. */
  within: number;
}

export const full: Plan = {
  ...{ repeats: 10, connections: 32, workers: 2, threads: 4, seconds: 2 },
  memory: { repeats: 3, requests: 200 },
  instructions: { calls: 10 },
  latency: { repeats: 3, answers: 1000 },
  within: 1.05,
};
export const quick: Plan = { ...full, repeats: 5, latency: { repeats: 0, answers: 1000 } };

/** Answers of each worker before anything is read. */
const warmUpAnswers = 20;
/** A value further from the median of its repeats is taken anew, at most so many times. */
const unsteady = 0.1;
const retakes = 3;
/** How often a busy machine is looked at before what takes time is left out. */
const looksBefore = 3;
/** Requests a second while latency is measured: no more than this, and no more than keep half of one worker busy. */
const highestRate = 100;
const busy = 0.5;

/** A candidate with its filled copy, and what was measured of it. */
interface Ready extends Candidate, Callable {
  headers: Record<string, string>;
  values: Map<string, { measure: Measure; path?: string; values: number[] }>;
}

/**
 * @param pythons the interpreters, the oldest one first
 * @param look how calm the machine is, looked at so many times at most while it is busy
 * @param say told what is under way
 * @throws Failure when an answer is not the one that is meant, a worker is missing, or repeats stay lopsided
 */
export async function measureTask(
  task: Task,
  pythons: readonly Python[],
  plan: Plan,
  look: (attempts: number) => Promise<Look>,
  say: (what: string) => void,
): Promise<Part> {
  const began = Date.now();
  const again = { lopsided: 0, unsteady: 0 };
  const valgrind = await versionOfValgrind();
  const ready: Ready[] = [];
  const secrets = secretsOf(task);
  for (const candidate of await candidatesOf(task, pythons)) ready.push(await readied(candidate, secrets));
  const [flask, django] = ready as [Ready, Ready];
  const answers = await answersOf(task, ready);
  for (const each of ready) {
    for (const path of pathsOf(task))
      note(each, valuesOf('instructions', path, await instructionsOf(each, path, plan.instructions.calls)));
    say(`${task.name}: instructions of ${each.setup.id}`);
  }
  for (let number = 1; number <= plan.memory.repeats; number += 1) {
    for (const each of ready) note(each, await memoriesOf(task, each, plan));
    say(`${task.name}: memory, ${number} of ${plan.memory.repeats}`);
  }
  const { rates, looks } = await timesWhereCalm(look, () =>
    measureTimes(task, ready, pythons.at(-1)!, plan, again, say),
  );
  const counts = [];
  for (const { service } of [flask, django]) {
    const { packages, bytes } = service.environment.installed;
    counts.push({
      ...{ side: service.name as 'flask' | 'django', ...(await count(pythons[0]!, service)) },
      ...{ named: Object.keys(service.named).length, packages: packages.length, size: rounded(bytes / 2 ** 20) },
    });
  }
  const part: Part = {
    ...{ task: task.name, minutes: rounded((Date.now() - began) / 60_000) },
    ...{ calm: looks.flatMap(({ taken }) => taken), busy: [] },
    ...{ setups: ready.map(({ setup }) => setup), counts, answers },
    figures: ready.flatMap(({ setup, values }) =>
      [...values.values()].map((each) => figure(task.name, setup.id, each)),
    ),
    ...{ rates, again },
    headers: [{ task: task.name, path: task.example.entrance, flask: flask.headers, django: django.headers }],
    versions: { ...flask.service.named, ...django.service.named, ...tools(), valgrind },
  };
  return withoutTimes(part, looks.at(-1)!.busy);
}

/**
 * A part without what takes time, and the reasons for that; the part itself when there are none. What noise does not
 * reach stays. Pure.
 */
export function withoutTimes(part: Part, busy: string[]): Part {
  if (busy.length === 0) return part;
  return { ...part, busy, rates: {}, figures: part.figures.filter(({ measure }) => !timed(measure)) };
}

/**
 * Measures what takes time, where the machine is calm before and after it.
 * @param look how calm the machine is, looked at so many times at most while it is busy
 * @throws Failure when measuring fails on a calm machine
 */
export async function timesWhereCalm(
  look: (attempts: number) => Promise<Look>,
  measure: () => Promise<Part['rates']>,
): Promise<{ rates: Part['rates']; looks: Look[] }> {
  const before = await look(looksBefore);
  if (before.busy.length > 0) return { rates: {}, looks: [before] };
  let rates: Part['rates'] = {};
  let failure: unknown;
  try {
    rates = await measure();
  } catch (error) {
    failure = error;
  }
  const after = await look(1);
  // On a busy machine repeats do not agree, and that says nothing about what was measured.
  if (failure !== undefined && !(failure instanceof Failure && after.busy.length > 0)) throw failure;
  return { rates, looks: [before, after] };
}

/**
 * Measures everything that takes time.
 * @returns the requests a second while latency was measured
 */
async function measureTimes(
  task: Task,
  ready: readonly Ready[],
  newest: Python,
  plan: Plan,
  again: Part['again'],
  say: (what: string) => void,
): Promise<Record<string, number>> {
  const repeat = (each: Ready) => timesOf(task, each, plan, () => (again.lopsided += 1));
  for (let number = 1; number <= plan.repeats; number += 1) {
    // Who goes first changes with every repeat.
    for (const each of number % 2 === 1 ? ready : ready.toReversed()) note(each, await repeat(each));
    say(`${task.name}: repeat ${number} of ${plan.repeats}`);
  }
  for (const each of ready) again.unsteady += await retake(each, () => repeat(each));
  for (const each of ready) {
    for (const path of pathsOf(task)) note(each, valuesOf('call', path, await timeOf(each, path, plan.within)));
  }
  return plan.latency.repeats > 0 ? measureLatency(task, ready, newest, plan, say) : {};
}

const pathsOf = ({ example }: Task) => Object.keys(example.underLoad);

function figure(
  task: string,
  setup: string,
  { measure, path, values }: { measure: Measure; path?: string; values: number[] },
): Figure {
  return { task, measure, setup, ...(path !== undefined && { path }), ...spread(values.map(rounded)) };
}

function tools(): Record<string, string> {
  const pinned = (name: string) => /==(\S+)/.exec(readFileSync(`src/lab/requirements/${name}.in`, 'utf8'))![1]!;
  const { version } = JSON.parse(readFileSync('node_modules/autocannon/package.json', 'utf8')) as { version: string };
  return { Gunicorn: pinned('gunicorn'), ruff: pinned('ruff'), autocannon: version, 'Node.js': process.versions.node };
}

async function readied(candidate: Candidate, secrets: Record<string, string>): Promise<Ready> {
  const { side, folder, environment } = candidate.service;
  const variables = variablesFor({ ...secrets, ...candidate.settings });
  const copy = await prepared(folder, side, environment, variables);
  await seeded(copy, side, environment);
  return { ...candidate, copy, python: environment.python, wsgi: side.wsgi, variables, headers: {}, values: new Map() };
}

/** What each candidate answers to the paths that are measured. */
async function answersOf(task: Task, ready: readonly Ready[]): Promise<Part['answers']> {
  const answers: Part['answers'] = [];
  for (const each of ready) {
    for (const [path, { rows }] of Object.entries(task.example.underLoad)) {
      const answer = await answerOf(each, path);
      const wrong = each.setup.side === 'none' ? undefined : wrongAnswer(answer, rows);
      if (wrong) throw new Failure(`${task.name}, ${each.setup.id}, ${path}: ${wrong}.`);
      answers.push({ setup: each.setup.id, path, ...answer });
    }
  }
  return answers;
}

type Value = { measure: Measure; path?: string; value: number };

const valuesOf = (measure: Measure, path: string, values: readonly number[]): Value[] =>
  values.map((value) => ({ measure, path, value }));

/** Adds what was taken to what was taken before. */
function note({ values }: Ready, taken: readonly Value[]): void {
  for (const { measure, path, value } of taken) {
    const key = keyOf({ measure, path });
    const noted = values.get(key) ?? { measure, ...(path !== undefined && { path }), values: [] };
    noted.values.push(value);
    values.set(key, noted);
  }
}

const keyOf = ({ measure, path }: { measure: Measure; path?: string | undefined }) => `${measure} ${path ?? ''}`;

/** The memory of the workers of a fresh start: once each is warm, and again when they have answered many requests. */
async function memoriesOf(task: Task, each: Ready, plan: Plan): Promise<Value[]> {
  return whileServing(task, each, plan, async (server) => {
    const workers = await warm(task, server, plan);
    const all = [server.pid, ...workers];
    const memory = () => workers.reduce((sum, one) => sum + memoryOf(one, all), 0) / workers.length;
    each.headers = await headersOf(server.address + task.example.entrance);
    const taken: Value[] = [{ measure: 'memory', value: memory() }];
    for (const path of pathsOf(task)) await askMany(server, path, plan.connections, plan.memory.requests);
    return pathsOf(task).length > 0 ? [...taken, { measure: 'loaded', value: memory() }] : taken;
  });
}

/** The times of a fresh start: until the first answer, and of the processor under load on each path. */
async function timesOf(task: Task, each: Ready, plan: Plan, refused: () => void): Promise<Value[]> {
  return whileServing(task, each, plan, async (server) => {
    const workers = await warm(task, server, plan);
    const taken: Value[] = [{ measure: 'start', value: server.millisecondsToFirstAnswer }];
    for (const path of pathsOf(task)) {
      const value = await evenly(() => processorTimePerRequest(server, workers, path, plan), refused);
      taken.push({ measure: 'cpu', path, value });
    }
    return taken;
  });
}

/** Lets every worker answer each path. */
async function warm(task: Task, server: Server, plan: Plan): Promise<number[]> {
  let workers: number[] = [];
  for (const path of [task.example.entrance, ...pathsOf(task)]) {
    workers = await warmUp(server, path, { workers: plan.workers, answers: warmUpAnswers });
  }
  return workers;
}

/** Serves a candidate, lets somebody act on it, and stops it, whatever happens. */
async function whileServing<Result>(
  task: Task,
  { copy, service, variables }: Ready,
  { workers }: Plan,
  act: (server: Server) => Promise<Result>,
): Promise<Result> {
  const { side, environment } = service;
  const server = await serveSide({
    ...{ copy, side, environment, variables, workers, further: spreadConnections },
    ...{ port: await getPort({ host: '127.0.0.1' }), entrance: task.example.entrance },
  });
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

/**
 * Takes the values of processor time anew that lie far from the others, at most three times.
 * @returns how many were taken anew
 */
async function retake({ values }: Ready, repeat: () => Promise<Value[]>): Promise<number> {
  let retaken = 0;
  for (let round = 0; round < retakes; round += 1) {
    const noted = [...values.values()].filter(({ measure }) => measure === 'cpu');
    const far = [...new Set(noted.flatMap((one) => farFromMedian(one.values)))];
    for (const index of far) {
      for (const value of await repeat()) values.get(keyOf(value))!.values[index] = value.value;
    }
    retaken += far.length;
    if (far.length === 0) break;
  }
  return retaken;
}

/** The places of the values that lie more than a tenth from the median. Pure. */
export function farFromMedian(values: readonly number[]): number[] {
  const middle = median(values);
  return values.flatMap((value, index) => (Math.abs(value / middle - 1) > unsteady ? [index] : []));
}

/** Flask and the Django LTS on the newest Python, each as it is deployed, at the same rate. */
async function measureLatency(
  task: Task,
  ready: readonly Ready[],
  python: Python,
  plan: Plan,
  say: (what: string) => void,
): Promise<Record<string, number>> {
  const newest = ready.filter(({ setup }) => setup.python === python.version && setup.side !== 'none');
  const chosen = [newest.find(({ setup }) => setup.side === 'flask')!, djangoLts(newest)!];
  const rates: Record<string, number> = {};
  for (const path of pathsOf(task)) {
    const slower = Math.max(...chosen.map(({ values }) => median(values.get(keyOf({ measure: 'cpu', path }))!.values)));
    rates[path] = Math.max(1, Math.min(highestRate, Math.floor((busy * 1000) / slower)));
  }
  for (let number = 1; number <= plan.latency.repeats; number += 1) {
    for (const each of number % 2 === 1 ? chosen : chosen.toReversed()) {
      note(each, await latenciesOf(task, each, plan, rates));
    }
    if (pathsOf(task).length > 0) say(`${task.name}: latency, ${number} of ${plan.latency.repeats}`);
  }
  return rates;
}

/** As it is deployed where that differs, and the long-term release, whose number ends in .2 like every second year's. */
const djangoLts = (ready: readonly Ready[]) =>
  ready.filter(({ setup }) => setup.side === 'django' && /^\d+\.2\./.test(setup.release)).at(-1);

function latenciesOf(task: Task, each: Ready, plan: Plan, rates: Record<string, number>): Promise<Value[]> {
  return whileServing(task, each, plan, async (server) => {
    const taken: Value[] = [];
    for (const [path, rate] of Object.entries(rates)) {
      await warmUp(server, path, { workers: plan.workers, answers: warmUpAnswers });
      const sorted = await latencies(server.address + path, { rate, answers: plan.latency.answers });
      for (const percent of [50, 95, 99] as const) {
        taken.push({ measure: `p${percent}`, path, value: percentile(sorted, percent) });
      }
    }
    return taken;
  });
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
