/**
 * What a view does to others while it waits: it asks a slow service three times, and callers come at a fixed rate. Each
 * set-up first keeps a contract, and planted faults show that the contract notices what it promises.
 */
import { globSync } from 'node:fs';
import { createServer, get, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';
import { environmentFor, versionsIn, type Environment } from '../environments.ts';
import { Failure, Unavailable } from '../failure.ts';
import { percentile } from '../load.ts';
import { patchedCopy } from '../patches.ts';
import { isAtLeast, neededForDjango6 } from '../python.ts';
import { serve, variablesFor, type Server } from '../server.ts';
import { memoryOf, workersOf } from '../workers.ts';
import type { Result, Study } from './study.ts';

const folder = 'content/studies/waiting';
const sides = ['flask', 'django'] as const;
type SideName = (typeof sides)[number];

/** How one side is served, and the view that is asked. */
export interface SetUp {
  side: SideName;
  view: 'plain' | 'plain-together' | 'async' | 'async-together';
  server: 'gunicorn' | 'uvicorn';
  /** The module and the name of the application. */
  entrance: string;
  threads: number;
}

const flask = { side: 'flask', server: 'gunicorn', entrance: 'app:app' } as const;
const adapted = { side: 'flask', server: 'uvicorn', entrance: 'asgi:app' } as const;
const django = { side: 'django', server: 'gunicorn', entrance: 'app:app' } as const;
const native = { side: 'django', server: 'uvicorn', entrance: 'app:asgi', threads: 4 } as const;

/** Every set-up, by the name of its row. */
export const setUps: Record<string, SetUp> = {
  'flask-threads-few': { ...flask, view: 'plain', threads: 4 },
  'flask-threads-many': { ...flask, view: 'plain', threads: 64 },
  'flask-async-many': { ...flask, view: 'async', threads: 64 },
  'flask-adapter-few': { ...adapted, view: 'plain', threads: 10 },
  'flask-adapter-many': { ...adapted, view: 'plain', threads: 64 },
  'django-threads-few': { ...django, view: 'plain', threads: 4 },
  'django-threads-many': { ...django, view: 'plain', threads: 64 },
  'django-async': { ...native, view: 'async' },
  'flask-together-threads': { ...flask, view: 'plain-together', threads: 64 },
  'flask-together-async': { ...flask, view: 'async-together', threads: 64 },
  'django-together-threads': { ...django, view: 'plain-together', threads: 64 },
  'django-together-async': { ...native, view: 'async-together' },
};

/** Requests per second. More would measure the client and the callers, who share the machine with the server. */
const rates = [10, 50];
const secondsOfLoad = 3;
const repeats = 3;
/** When a caller gives up, in milliseconds. Whoever gave up counts as having waited so long. */
const patience = 3000;
/** The longest that a caller is content to wait, in milliseconds. */
const contentment = 1000;
const serviceTakes = 200;

export const study: Study = {
  name: 'waiting',
  async run(context) {
    const python = [context.newer, context.main].find((each) => each && isAtLeast(each.version, neededForDjango6));
    if (!python) throw new Unavailable('Django 6 needs a Python 3.12 or newer.');
    const environments = {
      flask: await environmentFor(python, `${folder}/flask/requirements.txt`),
      django: await environmentFor(python, `${folder}/django/requirements.txt`),
    };
    const service = await startService();
    try {
      await holdContracts(environments, service, context.say);
      const rows: Result['rows'] = {};
      for (const [name, setUp] of Object.entries(setUps)) {
        context.say(`measuring ${name}`);
        rows[name] = await measured(setUp, environments[setUp.side], service);
      }
      return { versions: { Python: python.version, ...versionsIn(Object.values(environments), wantedVersions) }, rows };
    } finally {
      service.stop();
    }
  },
};

const wantedVersions = ['Flask', 'Django', 'asgiref', 'a2wsgi', 'uvicorn', 'httpx'];

// The service

interface Service {
  address: string;
  /** Begins to count anew, and returns how many names had a call under way at once at most. */
  most: () => number;
  stop: () => void;
}

/** Answers "name/part" after 200 ms; to a name that begins with "fail" it fails at part 2, and with "hang" never answers. */
async function startService(): Promise<Service> {
  const underWay = new Map<string, number>();
  let most = 0;
  const answer = (url: URL, response: ServerResponse) => {
    const name = url.searchParams.get('name')!;
    const part = url.pathname.slice(1);
    underWay.set(name, (underWay.get(name) ?? 0) + 1);
    most = Math.max(most, underWay.size);
    response.once('close', () => {
      const left = underWay.get(name)! - 1;
      if (left > 0) underWay.set(name, left);
      else underWay.delete(name);
    });
    if (name.startsWith('hang') && part === '2') return;
    const status = name.startsWith('fail') && part === '2' ? 500 : 200;
    setTimeout(() => response.writeHead(status).end(`${name}/${part}`), serviceTakes);
  };
  const server: HttpServer = createServer((request, response) =>
    answer(new URL(request.url!, 'http://localhost'), response),
  );
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', 4096, listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    most: () => {
      const before = most;
      most = 0;
      return before;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

// The set-ups

/** A copy of a side, broken by a patch if one is given. */
const copyOf = async (side: SideName, patch?: string): Promise<string> =>
  join(await patchedCopy(folder, patch === undefined ? [] : [patch]), side);

async function started(setUp: SetUp, copy: string, environment: Environment, service: Service): Promise<Server> {
  const port = await getPort({ host: '127.0.0.1' });
  const environmentVariables = variablesFor({
    SERVICE: service.address,
    SECRET_KEY: 'only for this run',
    THREADS: String(setUp.threads),
  });
  return serve({
    command: [environment.python, '-m', ...commandOf(setUp, port)],
    cwd: copy,
    environment: environmentVariables,
    port,
    entrance: '/up',
  });
}

/** The server and its options: one process in each set-up. Pure. */
export function commandOf({ server, entrance, threads }: SetUp, port: number): string[] {
  return server === 'gunicorn'
    ? [
        ...['gunicorn', '--bind', `127.0.0.1:${port}`, '--workers', '1', '--worker-class', 'gthread'],
        ...['--threads', String(threads), '--no-control-socket', entrance],
      ]
    : ['uvicorn', '--host', '127.0.0.1', '--port', String(port), '--no-access-log', entrance];
}

// The contract

/** What one caller got: when it gave up, no status. */
export interface Got {
  status: number | undefined;
  text: string;
  milliseconds: number;
}

/** Asks once over a connection of its own. */
function ask(address: string, view: string, name: string, patient: number): Promise<Got> {
  const sent = performance.now();
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const got = (status: number | undefined, text: string) =>
      resolve({ status, text, milliseconds: Math.min(patient, performance.now() - sent) });
    const request = get({ hostname, port, path: `/${view}?name=${name}`, agent: false });
    const timer = setTimeout(() => request.destroy(new Error('no patience left')), patient);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more: string) => (text += more));
      response.on('end', () => {
        clearTimeout(timer);
        got(response.statusCode, text);
      });
      response.on('error', () => got(undefined, ''));
    });
    request.on('error', () => {
      clearTimeout(timer);
      got(undefined, '');
    });
  });
}

/** Whether a caller got the whole answer to its own name. Pure. */
export function isWhole({ status, text }: Pick<Got, 'status' | 'text'>, name: string): boolean {
  if (status !== 200) return false;
  try {
    return (JSON.parse(text) as { answer?: unknown }).answer === [1, 2, 3].map((part) => `${name}/${part}`).join(' ');
  } catch {
    return false;
  }
}

/** The first promise that a set-up breaks; undefined when it keeps all. */
async function brokenPromise(setUp: SetUp, address: string): Promise<string | undefined> {
  const names = ['ann', 'bea', 'cyd'];
  const answers = await Promise.all(
    names.map(async (name, index) => {
      await wait(index * 50);
      return ask(address, setUp.view, name, 10_000);
    }),
  );
  if (!answers.every((got, index) => isWhole(got, names[index]!))) return 'each caller gets the three parts of its own';
  const failed = await ask(address, setUp.view, 'fail', 10_000);
  if (failed.status !== 502) return 'a service that fails is answered with 502';
  const late = await ask(address, setUp.view, 'hang', 5000);
  if (late.status !== 504) return 'a service that hangs is answered with 504 within five seconds';
  const after = await ask(address, setUp.view, 'dot', 10_000);
  return isWhole(after, 'dot') ? undefined : 'after failures the next caller gets its answer';
}

/** @throws Failure when a set-up breaks the contract, or keeps it with a fault planted in it */
async function holdContracts(
  environments: Record<SideName, Environment>,
  service: Service,
  say: (what: string) => void,
): Promise<void> {
  const broken = async (setUp: SetUp, patch?: string) => {
    const copy = await copyOf(setUp.side, patch);
    const server = await started(setUp, copy, environments[setUp.side], service);
    try {
      return await brokenPromise(setUp, server.address);
    } finally {
      await server.stop();
    }
  };
  await Promise.all(
    Object.entries(setUps).map(async ([name, setUp]) => {
      const promise = await broken(setUp);
      if (promise !== undefined) throw new Failure(`${name} breaks its contract: ${promise}.`);
    }),
  );
  const faults = globSync(`${folder}/faults/*.patch`).sort();
  for (const fault of faults) {
    const side = sides.find((each) => fault.includes(`/${each}-`))!;
    await Promise.all(
      Object.entries(setUps)
        // Calls that begin together leave a shared name no time to change, so that fault cannot show there.
        .filter(([, setUp]) => !(fault.includes('name-kept') && setUp.view.endsWith('together')) && setUp.side === side)
        .map(async ([name, setUp]) => {
          if ((await broken(setUp, fault)) === undefined) throw new Failure(`${fault} is not noticed in ${name}.`);
        }),
    );
  }
  say(`${Object.keys(setUps).length} set-ups keep the contract, and ${faults.length} planted faults break it`);
}

// The load

async function measured(setUp: SetUp, environment: Environment, service: Service): Promise<Result['rows'][string]> {
  const cells: Record<string, number[]> = {};
  const note = (column: string, value: number) => (cells[column] ??= []).push(value);
  const copy = await copyOf(setUp.side);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const rate of rates) {
      // A server of its own for each rate: what one rate left unanswered must not wait in the next.
      const server = await started(setUp, copy, environment, service);
      try {
        if (!isWhole(await ask(server.address, setUp.view, 'warm', 10_000), 'warm')) throw new Failure('No answer.');
        service.most();
        const { within, slow } = summaryOf(await load(server.address, setUp.view, rate));
        note(`within-${rate}`, within);
        note(`late-${rate}`, slow);
        if (rate === rates.at(-1)) {
          note('waiting', service.most());
          // Uvicorn serves in the process that was started, Gunicorn in a child of it.
          const processes = [server.pid, ...(setUp.server === 'gunicorn' ? workersOf(server.pid) : [])];
          note('memory', Number(memoryOf(processes.at(-1)!, processes).toFixed(1)));
        }
      } finally {
        await server.stop();
      }
    }
  }
  return cells;
}

/** Callers come at a fixed rate, whether or not earlier ones were answered. */
async function load(address: string, view: string, rate: number): Promise<Got[]> {
  const began = performance.now();
  const asked: Promise<Got>[] = [];
  for (let number = 0; number < rate * secondsOfLoad; number += 1) {
    await wait(Math.max(0, began + (number * 1000) / rate - performance.now()));
    const name = `caller${number}`;
    asked.push(
      ask(address, view, name, patience).then((got) => (isWhole(got, name) ? got : { ...got, milliseconds: patience })),
    );
  }
  return Promise.all(asked);
}

/** The percentage answered within a second, and the 95th percentile in milliseconds. Pure. */
export function summaryOf(all: readonly Pick<Got, 'milliseconds'>[]): { within: number; slow: number } {
  const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const content = times.filter((time) => time <= contentment).length;
  return {
    within: Number(((100 * content) / times.length).toFixed(1)),
    slow: Math.round(percentile(times, 95)),
  };
}
