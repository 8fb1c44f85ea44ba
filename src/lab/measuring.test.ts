import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import getPort from 'get-port';
import { better, howCalm, reasonsAgainst, type Taken } from './calm.ts';
import { spread, type Part } from '../records/measurement.ts';
import { Failure } from './failure.ts';
import { agreeing, totalOf, wrongAnswer } from './in-process.ts';
import { evenly, latencies, leastShareOf, Lopsided, processorTimePerRequest } from './load.ts';
import { farFromMedian, timesWhereCalm, withoutTimes } from './measure.ts';
import { notTaken, pythonsOf } from './measuring.ts';
import { keepPart, keptPart, removeParts, type Kept } from './parts.ts';
import { serve } from './server.ts';
import { warmUp } from './warm-up.ts';
import { workersOf } from './workers.ts';

const project = process.cwd();
const elsewhere = () => process.chdir(mkdtempSync(join(tmpdir(), 'lab-')));
afterEach(() => process.chdir(project));

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process that has ended and that nobody has asked for yet still has a number.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** A server whose leader starts workers, of which the first so many listen, once the others have nothing to do any more. */
function leading(port: number, workers: number, listening: number): string[] {
  const script = `
    const cluster = require('node:cluster');
    const listen = () => { for (let id = 0; id < ${listening}; id += 1) cluster.fork({ LISTENS: 'yes' }); };
    if (cluster.isPrimary) {
      let idle = ${workers - listening};
      if (idle === 0) listen();
      else cluster.on('message', () => { idle -= 1; if (idle === 0) listen(); });
      for (let id = 0; id < ${workers - listening}; id += 1) cluster.fork();
    } else if (process.env.LISTENS)
      require('node:http').createServer((_, response) => response.end('ok')).listen(${port}, '127.0.0.1');
    else process.send('ready');
  `;
  const file = join(mkdtempSync(join(tmpdir(), 'lab-')), 'server.cjs');
  writeFileSync(file, script);
  return [process.execPath, file];
}

/** Acts on such a server, and shows that neither leader nor workers are left afterwards. */
async function withWorkers(
  { workers, listening }: { workers: number; listening: number },
  act: (server: Awaited<ReturnType<typeof serve>>) => Promise<void>,
): Promise<void> {
  const port = await getPort({ host: '127.0.0.1' });
  const server = await serve({ command: leading(port, workers, listening), port, entrance: '/' });
  const all = [server.pid, ...workersOf(server.pid)];
  try {
    await act(server);
  } finally {
    await server.stop();
  }
  // A process that was ended takes a moment to be gone.
  for (let tries = 0; tries < 100 && all.some(isAlive); tries += 1) await wait(20);
  assert.deepEqual(all.filter(isAlive), []);
}

describe('a busy machine', () => {
  const taken = (seconds: number, steal = 0, own = seconds): Taken[] => [{ core: 0, seconds, own, steal }];

  it('is one whose calculation takes more than 5 % longer than the best known on that core', () => {
    assert.deepEqual(reasonsAgainst(taken(5.2), { 0: 5 }), []);
    assert.match(reasonsAgainst(taken(5.3), { 0: 5 })[0]!, /core 0: the calculation took 5.30 s, .* 5.00 s/);
    assert.deepEqual(reasonsAgainst(taken(5.3), { 1: 5 }), []);
  });

  it('is known by what the core gave to others where no best is known yet', () => {
    assert.match(reasonsAgainst(taken(6, 0, 5), {})[0]!, /took 6.00 s, the best known here is 5.00 s/);
    assert.deepEqual(better({}, taken(6, 0, 5)), { 0: 5 });
  });

  it('is one from which more than 2 % of the time is stolen', () => {
    assert.deepEqual(reasonsAgainst(taken(5, 1.9), {}), []);
    assert.match(reasonsAgainst(taken(5, 2.1), {})[0]!, /2.1 % of the time was stolen/);
  });

  it('is remembered by its best', () => {
    assert.deepEqual(better({ 0: 5, 1: 6 }, taken(4.9)), { 0: 4.9, 1: 6 });
    assert.deepEqual(better({ 0: 5 }, taken(5.5)), { 0: 5 });
  });

  it('is looked at so many times, and then named with the reason', async () => {
    elsewhere();
    let looks = 0;
    const calculate = () => Promise.resolve(taken(6, 0, 5 + (looks += 1) / 100));
    const look = await howCalm({ path: 'x', version: '3.11.7' }, 3, () => {}, calculate, 1);
    assert.deepEqual(look.busy, ['core 0: the calculation took 6.00 s, the best known here is 5.01 s']);
    assert.deepEqual(look.taken, taken(6, 0, 5.03));
    assert.equal(looks, 3);
  });

  it('is calm again when a later look says so', async () => {
    elsewhere();
    const seconds = [6, 5.1];
    const calculate = () => Promise.resolve(taken(seconds.shift()!, 0, 5));
    const look = await howCalm({ path: 'x', version: '3.11.7' }, 3, () => {}, calculate, 1);
    assert.deepEqual(look, { taken: taken(5.1, 0, 5), busy: [] });
  });
});

describe('what takes time', () => {
  const calm = { taken: [], busy: [] };
  const busy = { taken: [], busy: ['core 0: the calculation took 6.00 s, the best known here is 5.00 s'] };
  const looking = (...looks: (typeof busy)[]) => {
    const asked: number[] = [];
    return { asked, look: (attempts: number) => Promise.resolve((asked.push(attempts), looks.shift()!)) };
  };

  it('is measured between two looks at a calm machine', async () => {
    const { asked, look } = looking(calm, calm);
    const measured = await timesWhereCalm(look, () => Promise.resolve({ '/x': 9 }));
    assert.deepEqual(measured, { rates: { '/x': 9 }, looks: [calm, calm] });
    assert.deepEqual(asked, [3, 1]);
  });

  it('is not measured on a busy machine', async () => {
    const { look } = looking(busy);
    const measured = await timesWhereCalm(look, () => Promise.reject(new Error('measured all the same')));
    assert.deepEqual(measured, { rates: {}, looks: [busy] });
  });

  it('that does not agree on a machine that became busy is no failure, and on a calm one it is', async () => {
    const unsteady = () => Promise.reject(new Failure('no three agree'));
    const { look } = looking(calm, busy);
    assert.deepEqual((await timesWhereCalm(look, unsteady)).looks, [calm, busy]);
    await assert.rejects(timesWhereCalm(looking(calm, calm).look, unsteady), /no three agree/);
    const broken = () => Promise.reject(new TypeError('a fault of the lab'));
    await assert.rejects(timesWhereCalm(looking(calm, busy).look, broken), /a fault of the lab/);
  });

  it('is left out of the record with the reason, and what noise does not reach stays', () => {
    const figures = (['instructions', 'memory', 'loaded', 'cpu', 'call', 'start', 'p95'] as const).map((measure) => ({
      ...{ task: 'hello', measure, setup: 'flask', ...spread([1]) },
    }));
    const part = { task: 'hello', busy: [], rates: { '/x': 9 }, figures } as unknown as Part;
    assert.equal(withoutTimes(part, []), part);
    const left = withoutTimes(part, busy.busy);
    assert.deepEqual(
      left.figures.map(({ measure }) => measure),
      ['instructions', 'memory', 'loaded'],
    );
    assert.deepEqual([left.rates, left.busy], [{}, busy.busy]);
    assert.equal(notTaken([part, left]), `hello: times not taken, the machine was busy: ${busy.busy[0]}\n`);
  });
});

describe('counted instructions', () => {
  it('are read from the file that Callgrind writes', () => {
    const text = 'version: 1\nevents: Ir\nsummary: 5\nfn=(1) main\n16 4\n\ntotals: 33317386\n';
    assert.equal(totalOf(text), 33317386);
  });
});

describe('workers', () => {
  it('are all there and have all answered before anything is measured', async () => {
    await withWorkers({ workers: 2, listening: 2 }, async (server) => {
      const workers = await warmUp(server, '/', { workers: 2, answers: 3 });
      assert.deepEqual(workers.toSorted(), workersOf(server.pid).toSorted());
    });
  });

  it('end the run with the reason when one is missing', async () => {
    await withWorkers({ workers: 1, listening: 1 }, async (server) => {
      const waiting = warmUp(server, '/', { workers: 2, answers: 3, patience: 200 });
      await assert.rejects(waiting, /^Error: A worker is missing: 1 of 2 exist\./);
    });
  });

  it('end the run with the reason when one is silent', async () => {
    await withWorkers({ workers: 2, listening: 1 }, async (server) => {
      const waiting = warmUp(server, '/', { workers: 2, answers: 3, patience: 1000 });
      await assert.rejects(waiting, /A worker is silent: of \/ they answered (0 and \d+|\d+ and 0) calls/);
    });
  });
});

describe('a lopsided repeat', () => {
  it('is one in which a worker took less than 35 % of the processor time', async () => {
    await withWorkers({ workers: 2, listening: 1 }, async (server) => {
      const loading = processorTimePerRequest(server, workersOf(server.pid), '/', { connections: 4, seconds: 1 });
      await assert.rejects(
        loading,
        (error) => error instanceof Lopsided && /only \d+ % of the processor time/.test(error.message),
      );
    });
    assert.equal(leastShareOf([35, 65]), 0.35);
    assert.equal(leastShareOf([0, 0]), 0);
  });

  it('is refused and taken anew', async () => {
    let refused = 0;
    const take = () => (refused < 3 ? Promise.reject(new Lopsided('/: one worker.')) : Promise.resolve('even'));
    assert.equal(await evenly(take, () => (refused += 1)), 'even');
    assert.equal(refused, 3);
  });

  it('ends the run with the reason when it is refused a fourth time', async () => {
    const take = () => Promise.reject(new Lopsided('/books: one worker took only 5 %.'));
    await assert.rejects(
      evenly(take, () => {}),
      /\/books: one worker took only 5 %\. So it was 4 times\./,
    );
  });
});

describe('a task without rows', () => {
  const expected = { bytes: 1000, statements: 2 };

  it('is not measured, and the reason names its table', () => {
    assert.match(wrongAnswer({ bytes: 53, statements: 2 }, expected)!, /has 53 bytes, .* at least 1000.*seed/);
  });

  it('is measured with its rows, when it takes the statements that are expected', () => {
    assert.equal(wrongAnswer({ bytes: 1200, statements: 2 }, expected), undefined);
    assert.match(wrongAnswer({ bytes: 1200, statements: 1 }, expected)!, /took 1 SQL statements instead of 2/);
    assert.equal(wrongAnswer({ bytes: 5, statements: 0 }, undefined), undefined);
  });
});

describe('an example that differs from its record', () => {
  it('ends a run with the reason before anything starts', () => {
    elsewhere();
    const files = {
      'content/examples/hello/example.yaml':
        'title: Hello\nlabel: Hello\nresult: Hello.\nentrance: /\nsides:\n' +
        "  flask: { wsgi: 'app:app', remark: none }\n  django: { wsgi: 'app:app', remark: none }\n",
      'content/examples/hello/flask/app.py': 'changed',
      'content/examples/hello/ran.json': JSON.stringify({ files: { 'content/examples/hello/flask/app.py': 'other' } }),
      'src/lab/contracts/hello.contract.ts': '',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(name, '..'), { recursive: true });
      writeFileSync(name, text);
    }
    const { status, stderr } = spawnSync(process.execPath, [resolve(project, 'src/lab/lab.ts'), '--quick'], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^hello: the example differs from its record/m);
    assert.match(stderr, /content\/examples\/hello\/flask\/app\.py: differs from the file that ran/);
  });
});

describe('repeats', () => {
  const rule = { within: 1.05, wanted: 3, most: 6, unit: 'ms' };

  it('are taken anew where they lie more than a tenth from the median', () => {
    assert.deepEqual(farFromMedian([10, 10.9, 9.1, 12, 8.5]), [3, 4]);
  });

  it('without a server are taken until the three least agree within 5 %', async () => {
    const values = [1.3, 1, 1.04, 1.2, 1.02];
    assert.deepEqual(await agreeing(() => Promise.resolve(values.shift()!), 'x', rule), [1, 1.02, 1.04]);
  });

  it('without a server end the run when no three of six agree', async () => {
    const values = [1, 2, 3, 4, 5, 6];
    await assert.rejects(
      agreeing(() => Promise.resolve(values.shift()!), '/x', rule),
      /\/x: no 3 of 6 rounds agree within 5 %: 1, 2, 3, 4, 5, 6 ms/,
    );
  });
});

describe('requests at a fixed rate', () => {
  it('do not wait for earlier answers', async () => {
    let open = 0;
    let most = 0;
    const server = createServer((_, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => response.end(() => (open -= 1)), 200);
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const taken = await latencies(address, { rate: 50, answers: 20 });
    server.close();
    assert.equal(taken.length, 20);
    assert.ok(taken[0]! >= 195);
    assert.ok(most >= 5, String(most));
  });

  it('end the run when an answer is not 200', async () => {
    const server = createServer((_, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await assert.rejects(latencies(address, { rate: 100, answers: 3 }), /was answered with 500/);
    server.close();
  });
});

describe('a task that is measured already', () => {
  const kept = { key: 'k', began: '2026-11-30T10:00:00.000Z', load: 0, part: { task: 'hello' } } as Kept;
  const at = (time: string) => Date.parse(`2026-${time}:00.000Z`);

  it('is not measured again the same day, unless something changed', () => {
    elsewhere();
    assert.equal(keptPart('hello', 'k', at('11-30T11:00')), undefined);
    keepPart(kept);
    assert.deepEqual(keptPart('hello', 'k', at('11-30T11:00')), kept);
    assert.equal(keptPart('hello', 'other', at('11-30T11:00')), undefined);
    assert.equal(keptPart('hello', 'k', at('12-01T11:00')), undefined);
    removeParts(['hello']);
    assert.equal(keptPart('hello', 'k', at('11-30T11:00')), undefined);
  });
});

describe('the interpreters of a run', () => {
  const [old, recent] = ['3.11.7', '3.13.0'].map((version) => ({ path: version, version })) as [
    { path: string; version: string },
    { path: string; version: string },
  ];

  it('are two where there are two, and what is left out is said where there is one', () => {
    assert.deepEqual(pythonsOf(old, recent, { quick: false }), { pythons: [old, recent], leftOut: [] });
    assert.deepEqual(pythonsOf(old, undefined, { quick: false }), {
      pythons: [old],
      leftOut: ['A second Python and Django 6: no Python 3.12 or newer was found.'],
    });
    assert.deepEqual(pythonsOf(recent, recent, { quick: false }).pythons, [recent]);
    assert.equal(pythonsOf(old, recent, { quick: true }).leftOut.length, 1);
  });
});
