/** What the lab's runs have to say, in the order in which the page and its Markdown edition say it. Pure. */
import { measures, series, timed, type Measure, type Measured, type Setup } from '../records/measurement.ts';
import { frameworks } from '../vocabulary.ts';
import { barsOf, type BarGroup } from './bars.ts';
import { measurementTable, nameOfSetup, range } from './table.ts';

export interface Table {
  caption: string;
  columns: string[];
  /** A cell has a line for each run, and one more where something is to be said of all. */
  rows: { label: string; cells: string[][] }[];
}

/** A part of the report. In every line of prose backticks make code. */
export interface Section {
  id: string;
  title: string;
  paragraphs: string[];
  /** A picture whose every bar stands beside its figure. */
  picture?: { caption: string; groups: BarGroup[] };
  tables: Table[];
  points: string[];
}

type Label = (task: string, path?: string) => string;

/**
 * @param runs the runs that stand, the first one first
 * @param labelOf the name of a job, or of what is measured of it
 * @returns nothing while no run stands
 */
export function reportOf(runs: readonly Measured[], labelOf: Label): Section[] {
  const latest = runs.at(-1);
  if (!latest) return [];
  const sections = [
    instructions(runs, latest, labelOf),
    connections(latest, labelOf),
    memory(runs, labelOf),
    times(runs, latest, labelOf),
    control(runs, labelOf),
    writtenAndInstalled(latest, labelOf),
    method(latest, labelOf),
    limits(),
  ];
  return sections
    .map((section) => ({ ...section, tables: section.tables.filter(({ rows }) => rows.length > 0) }))
    .filter(({ paragraphs, tables, points }) => paragraphs.length + tables.length + points.length > 0);
}

const tableOf = (runs: readonly Measured[], measure: Measure, labelOf: Label): Table => {
  const { columns, rows } = measurementTable(runs, measure, labelOf);
  const { label, unit } = measures[measure];
  return {
    caption: `${label}, ${unit}`,
    columns: ['What ran', ...columns],
    rows: rows.map((row) => ({
      label: row.label,
      cells: row.cells.map((cell) => (cell ? [...cell.values, ...(cell.verdict ? [cell.verdict] : [])] : ['–'])),
    })),
  };
};

const newestPython = ({ tasks }: Measured) =>
  series(
    tasks
      .flatMap(({ setups }) => setups.map(({ python }) => python))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1)!,
  );

function instructions(runs: readonly Measured[], latest: Measured, labelOf: Label): Section {
  return {
    ...{ id: 'instructions', title: 'Instructions' },
    paragraphs: [
      'An instruction is one step of a program in the processor. We count how many the program executes for one request, in its own process and without a server. Other work on the machine does not change that number: of each figure two counts agree within 1 %.',
      'Instructions are not time. They leave out slow memory, waiting for a database or a network, and what the operating system does for the program, such as opening a file.',
    ],
    picture: {
      caption: `Millions of instructions per request, Python ${newestPython(latest)}. The bars of one job share a scale; those of two jobs do not.`,
      groups: barsOf(latest, 'instructions', labelOf),
    },
    ...{ tables: [tableOf(runs, 'instructions', labelOf)], points: [] },
  };
}

/** Each framework as it comes and as it is deployed, where that differs. */
function connections(latest: Measured, labelOf: Label): Section {
  const hasBoth = (_: Setup, all: readonly Setup[]) => all.some(({ deployed }) => deployed);
  const nameOf = (setup: Setup) => {
    if (setup.side === 'flask') return `${nameOfSetup(setup)}, SQLAlchemy’s pool`;
    return setup.deployed ? nameOfSetup(setup) : `${nameOfSetup(setup)}, one connection per request`;
  };
  const groups = barsOf(latest, 'instructions', labelOf, hasBoth, nameOf);
  if (groups.length === 0) return { id: 'connections', title: '', paragraphs: [], tables: [], points: [] };
  return {
    ...{ id: 'connections', title: 'Connections: by default and kept open' },
    paragraphs: [
      'By default Django opens a connection to the database for each request, while SQLAlchemy keeps a pool. `CONN_MAX_AGE` keeps Django’s connections open, as its deployment documentation advises. So a comparison of the defaults compares this setting too.',
      'The database is a file here, which is quick to open. A server across a network takes a handshake, and that is mostly waiting, which instructions do not show.',
    ],
    picture: {
      caption: `Millions of instructions per request, Python ${newestPython(latest)}. The bars of one job share a scale.`,
      groups,
    },
    ...{ tables: [], points: [] },
  };
}

const memory = (runs: readonly Measured[], labelOf: Label): Section => ({
  ...{ id: 'memory', title: 'Memory', paragraphs: [], points: [] },
  tables: (['memory', 'loaded'] as const).map((measure) => tableOf(runs, measure, labelOf)),
});

const timedMeasures = (Object.keys(measures) as Measure[]).filter(timed);

/** What takes time, where the machine was calm; else why it was not taken. */
function times(runs: readonly Measured[], latest: Measured, labelOf: Label): Section {
  const busy = latest.tasks.filter((task) => task.busy.length > 0);
  return {
    ...{ id: 'times', title: 'Processor time, start and latency' },
    paragraphs:
      busy.length > 0
        ? [
            `In the latest run time was not taken for ${busy.length} of ${latest.tasks.length} jobs: the machine was busy. A fixed calculation must come within 5 % of the best known on each core, and less than 2 % of the time may be stolen by other machines. What we saw just before:`,
          ]
        : [],
    points: busy.map(({ task, busy: reasons }) => `${labelOf(task)}: not taken. ${asSentences(reasons)}`),
    tables: timedMeasures.map((measure) => tableOf(runs, measure, labelOf)),
  };
}

const asSentences = (reasons: string[]) =>
  reasons.map((reason) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`).join(' ');

/** The same empty program, measured twice: what belongs to no framework, and how far chance reaches. */
function control(runs: readonly Measured[], labelOf: Label): Section {
  const points = (Object.keys(measures) as Measure[]).flatMap((measure) => {
    const found = runs.map(({ tasks }) =>
      tasks.flatMap(({ figures }) =>
        figures.filter((each) => each.measure === measure && each.setup.startsWith('none')),
      ),
    );
    const paths = [...new Set(found.flat().map(({ path }) => path))];
    return paths.map((path) => {
      const { label, unit } = measures[measure];
      const values = found.map((figures) =>
        figures
          .filter((each) => each.path === path)
          .map(range)
          .join(' and '),
      );
      return `${label}, ${unit}${path ? `, ${labelOf('first-endpoint', path)}` : ''}: ${values.join('; then ')}`;
    });
  });
  const said =
    'The same empty program without a framework, measured twice as if it were two. What differs between the two is chance; what is common to them belongs to Python and the server, and to neither framework.';
  return { id: 'control', title: 'Control', paragraphs: points.length > 0 ? [said] : [], tables: [], points };
}

/** What each side consists of does not change from run to run, so the latest one stands for all. */
function writtenAndInstalled({ tasks }: Measured, labelOf: Label): Section {
  const code = tasks.flatMap(({ task, counts }) =>
    counts.map(({ side, own, generated, tests, named, packages, size }) => ({
      label: `${labelOf(task)}: ${frameworks[side]}`,
      cells: [
        ...[own, generated, tests].map(({ statements, lines }) =>
          lines === 0 ? 'none' : `${statements} in ${lines} lines`,
        ),
        ...[named, packages, size].map(String),
      ].map((cell) => [cell]),
    })),
  );
  const answers = tasks.flatMap(({ task, setups, answers: given }) =>
    given.flatMap(({ setup: id, path, bytes, statements }) => {
      const { side, deployed, python } = setups.find((each) => each.id === id)!;
      if (side === 'none' || deployed || python !== setups[0]!.python) return [];
      const label = `${labelOf(task, path)}: ${frameworks[side]}`;
      return [{ label, cells: [[String(bytes)], [String(statements)]] }];
    }),
  );
  return {
    ...{ id: 'written-and-installed', title: 'Written and installed', paragraphs: [], points: [] },
    tables: [
      {
        caption: 'Statements and lines of code, and packages',
        columns: [
          ...['Job', 'Own code', 'Written by startproject', 'Tests'],
          ...['Packages named', 'Packages installed', 'Size, MiB'],
        ],
        rows: code,
      },
      { caption: 'Answers that were measured', columns: ['What ran', 'Bytes', 'SQL statements'], rows: answers },
    ],
  };
}

function method({ conditions, tasks }: Measured, labelOf: Label): Section {
  const { repeats, workers, threads, connections: open, seconds, latency } = conditions;
  const rates = tasks.flatMap(({ task, rates: of }) =>
    Object.entries(of).map(([path, rate]) => `${labelOf(task, path)} ${rate}`),
  );
  const { calls } = conditions.instructions;
  const ofTime = [
    'Before anything that takes time, and after it, a fixed calculation of some five seconds runs on each core. It must come within 5 % of the best known there, and less than 2 % of the time may be stolen by other machines. Else no time is taken.',
    `The candidates take turns, ${repeats} times, and who goes first changes with every repeat. Each time Gunicorn starts anew, with ${workers} workers of ${threads} threads and \`--reuse-port\`.`,
    `Processor time is that of all workers, divided by the answers, while autocannon keeps ${open} connections busy for ${seconds} seconds. A repeat in which one of two workers took less than 35 % of it is refused and taken anew; so is one further than a tenth from the median, at most three times.`,
    'Without a server, the WSGI application is called in a process of its own, nine rounds; the least counts. Three processes must agree within 5 %. Start runs from the launch of Gunicorn to the end of the first answer; the two workers start at the same time.',
    ...(rates.length > 0
      ? [
          `Latency was measured at a fixed rate that does not wait for answers, with the newest Python and the Django LTS alone, ${latency.repeats} times and ${latency.answers} answers each time. Requests a second: ${rates.join(', ')}.`,
        ]
      : []),
  ];
  const anyTime = tasks.some(({ figures }) => figures.some(({ measure }) => timed(measure)));
  return {
    ...{ id: 'method', title: 'How the figures were obtained', tables: [] },
    paragraphs: [
      '`npm run lab` repeats everything: it installs pinned packages, holds both sides of each task against its contract, measures, and adds a run to this page. It needs Linux, valgrind, Python 3.11 and, for Django 6, 3.12 or newer.',
    ],
    points: [
      `Instructions are those of the program and its libraries, counted by valgrind’s Callgrind once 50 calls have warmed the process up. It makes ${calls} calls and then ${2 * calls}; what the second part takes more, divided by ${calls}, is the figure. Python’s hashes have a fixed seed. Valgrind shows the program a plainer processor than the real one, so that some library code, such as a hash, takes more steps than usual.`,
      'Tables are filled first: 1,000 books for the API, which gives 20 a page, and a list of 50. The length of each answer and its SQL statements are checked before anything is measured.',
      `Memory is what a worker holds by itself and its share of what the server’s processes hold together, the mean of ${workers} workers, once each has answered, and again after ${conditions.memory.requests} requests on each address. A server is started ${conditions.memory.repeats} times for it.`,
      'Code is counted after one formatter, ruff at 88 characters: statements, and lines that are neither blank nor a comment nor a docstring, templates and settings included. A line that stands in the same file as `startproject` writes it counts as generated; migrations and package lists are left out. Packages and size are what pip installed, without the server, compiled files included.',
      'Headers are those of one answer; the moment, the server’s name and what cookies hold are left out.',
      ...(anyTime ? ofTime : ofTime.slice(0, 1)),
    ],
  };
}

const limits = (): Section => ({
  ...{ id: 'limits', title: 'What they cannot show', paragraphs: [], tables: [] },
  points: [
    'Small programs on one machine. A real application adds its own code, data and network, and those soon weigh more than the framework.',
    'Fewer instructions are usually less processor time, but not in proportion: one that waits for memory takes as long as a hundred that do not.',
    'The load came from the machine that answered it, so requests per second would measure both and are not printed.',
    'The endpoint, the page and the calculation are single files with hardly any middleware in Django; its other sides have what startproject or the job asks for. The two sign-in pages are those that each framework or its package brings, and not the same page.',
    'The database was SQLite in a file. A server across a network would hide more of the difference.',
    'Fewer lines are not always less work: some must be understood, others are written for you.',
  ],
});

/** Machine, load and programs of a run, in one paragraph. */
export function circumstancesOf({ machine, load, tasks, versions, leftOut }: Measured): string {
  const { processor, cores, memoryGiB, system } = machine;
  const minutes = Math.round(sum(tasks.map((task) => task.minutes)));
  const lopsided = sum(tasks.map(({ again }) => again.lopsided));
  const unsteady = sum(tasks.map(({ again }) => again.unsteady));
  const stolen = Math.max(0, ...tasks.flatMap(({ calm }) => calm.map(({ steal }) => steal)));
  const timesTaken = tasks.some(({ busy }) => busy.length === 0);
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}; load average ${load.before} before and ${load.after} after; at most ${stolen} % of the time stolen by other machines; ${minutes} minutes.`,
    ...(timesTaken ? [`Taken anew: ${lopsided} lopsided and ${unsteady} unsteady repeats.`] : []),
    `${programsOf({ tasks, versions })}.`,
    ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(' ')}`] : []),
  ].join(' ');
}

/** Interpreters, frameworks and everything else with a version, each once. */
function programsOf({ tasks, versions }: Pick<Measured, 'tasks' | 'versions'>): string {
  const setups = tasks.flatMap((task) => task.setups).filter(({ side }) => side !== 'none');
  const measured = setups.flatMap(({ python, side, release }) => [
    `Python ${python}`,
    `${frameworks[side as 'flask' | 'django']} ${release}`,
  ]);
  return [...new Set([...measured, ...Object.entries(versions).map((pair) => pair.join(' '))])].join(', ');
}

const sum = (values: number[]) => values.reduce((all, each) => all + each, 0);
