/**
 * `npm run lab`: runs every example in both frameworks, holds both sides against one contract, and then measures.
 * `npm run lab -- --contracts [TASK …]` stops after the contracts; with `--changed` it leaves out each task whose files
 * are those that its record says ran. `npm run lab -- --mutants [TASK …]` breaks the examples on purpose instead, and
 * each fault must be caught by a contract.
 * A run that stops can be started again: tasks that were measured within a day are kept in `.lab/parts/`.
 * On a busy machine it measures what noise does not reach, and the record says of each task that no time was taken.
 * `npm run lab -- --record TASK …` records a run of some tasks alone; the page says which are missing.
 * `npm run lab -- --quick [TASK …]` measures less, without contracts, and `--busy` takes times also on a busy machine;
 * what they find stays in `.lab/`. PYTHON names an interpreter, PORT a port.
 * `npm run lab -- --studies [NAME …]` runs the studies of `content/studies/` and keeps what came out beside them.
 * `npm run lab -- --agree [FILE FILE]` says where two runs agree on a difference.
 * Ends with 0 when all is well, 1 when something failed, 69 when there is no Python or no package index to begin with.
 */
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { agreement } from './agree.ts';
import { checkContract } from './contracts.ts';
import { Failure, Unavailable } from './failure.ts';
import { described, deploymentsOf } from './deployments.ts';
import { isMeasured } from './candidates.ts';
import { demandRecorded, measureAll, missingParts, pythonsOf } from './measuring.ts';
import { tryMutants } from './mutants.ts';
import { stopEverything } from './processes.ts';
import { choose, findPythons, neededForDjango6, type Python } from './python.ts';
import { hasChanged, recordRun } from './record.ts';
import { copies } from './server.ts';
import { runStudies } from './studies/run.ts';
import { readTasks, type Task } from './tasks.ts';

process.on('exit', () => {
  stopEverything();
  rmSync(copies, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

/** The port that the caller asks for, if any. */
function wantedPort(): number | undefined {
  const given = process.env['PORT'];
  if (!given) return undefined;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`PORT is "${given}", which is no port.`);
  return port;
}

async function lab(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      contracts: { type: 'boolean', default: false },
      changed: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      busy: { type: 'boolean', default: false },
      agree: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      studies: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.agree) return console.log(agreement(positionals));
  if (values.studies) return runStudies(positionals, { ...choose(await findPythons(process.env)), say: console.log });
  const port = wantedPort();
  const tasks = readTasks(positionals).filter(({ name }) => !values.changed || hasChanged(name));
  if (tasks.length === 0) {
    console.log('Every task is as it was when it kept its contract.');
    return;
  }
  const mode = { quick: values.quick, busy: values.busy };
  // A quick run holds nobody against a contract, so it needs to know beforehand that everybody keeps it.
  if (values.quick) for (const { name } of tasks.filter(isMeasured)) demandRecorded(name);
  const { main, newer } = choose(await findPythons(process.env));
  console.log(`Python ${main.version} (${main.path}).`);
  if (values.mutants) return tryMutants(tasks, main, port, console.log);
  console.log(
    newer
      ? `Django 6 on Python ${newer.version} (${newer.path}).`
      : `Django 6 is left out: it needs Python ${neededForDjango6.join('.')} or newer, and none was found.`,
  );
  if (!values.quick) {
    // What was measured earlier today is as it was, and so is what it does.
    const pending = values.contracts ? [] : missingParts(tasks, pythonsOf(main, newer, mode).pythons, mode);
    const due = values.contracts ? tasks : tasks.filter((task) => pending.includes(task) || !isMeasured(task));
    await holdAgainstContracts(due, { main, newer }, port);
  }
  if (values.contracts) return;
  if (process.platform !== 'linux') throw new Failure('Measuring needs Linux, whose /proc says what a worker uses.');
  console.log('Measuring takes up to an hour. Leave the machine alone meanwhile.');
  const recorded = positionals.length === 0 || values.record;
  console.log(await measureAll(tasks, { main, newer }, mode, recorded, console.log));
}

/** @throws Failure when a task breaks its contract in one of its deployments */
async function holdAgainstContracts(
  tasks: readonly Task[],
  { main, newer }: { main: Python; newer: Python | undefined },
  port: number | undefined,
): Promise<void> {
  const gunicorn = /==(\S+)/.exec(readFileSync('src/lab/requirements/gunicorn.in', 'utf8'))![1]!;
  const failures: Failure[] = [];
  for (const task of tasks) {
    try {
      const deployments = await deploymentsOf(task, main, newer);
      for (const services of deployments) {
        const passed = await checkContract(task, services, port);
        console.log(`${task.name}: ${services.map(described).join(' with ')}: ${passed} tests passed`);
      }
      if (await recordRun(task.name, deployments, gunicorn)) console.log(`${task.name}: what ran is recorded anew`);
    } catch (error) {
      // An index that goes away does not undo a failure that was seen before.
      const isNews = error instanceof Unavailable && failures.length === 0;
      if (isNews || !(error instanceof Failure)) throw error;
      failures.push(error);
      console.error(`${task.name}: FAILED\n${error.message}\n`);
    }
  }
  if (failures.length > 0) throw new Failure(`${failures.length} of ${tasks.length} tasks failed.`);
  console.log(`All ${tasks.length} tasks keep their contracts in each framework.`);
}

try {
  await lab();
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = error instanceof Unavailable ? 69 : 1;
}
