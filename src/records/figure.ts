/**
 * A measured number by its name. A text names the figure, and this says what to print: from the newest run that
 * counts, or why there is nothing to print. Pure.
 */
import { frameworks } from '../vocabulary.ts';
import {
  difference,
  figureOf,
  measures,
  noticeable,
  series,
  spread,
  type Figure as Taken,
  type Measure,
  type Measured,
  type Setup,
} from './measurement.ts';
import { isMeasuredUnit, type Study, type StudyRun } from './study.ts';

/** A figure that was taken by hand: a cell of a count, or what a source of ours says it found. */
export interface HandFigure {
  of: string;
  measure: string;
  /** The day on which it was taken, or taken again with the same outcome. It names the run. */
  day: string;
  /** A second run agreed. */
  again: boolean;
  /** The number as it was written down, such as "0.13–0.19", "24–25" or "31". */
  value: string;
  unit: string;
  /** What was looked at, in a line. */
  what: string;
  /** The machine and the versions, where the record lists them. */
  versions: string;
  /** Where it stands, from the root. */
  path: string;
}

/** Everything that a text may quote. */
export interface Records {
  /** The runs of the lab that stand, the first one first. */
  runs: readonly { id: string; data: Measured }[];
  /** The names of the runs that were withdrawn. */
  withdrawn: readonly string[];
  hand: readonly HandFigure[];
  studies: readonly StudyRecord[];
}

/** A study with its runs, the newest one last. */
export interface StudyRecord {
  id: string;
  study: Pick<Study, 'label' | 'rows' | 'columns'>;
  runs: readonly StudyRun[];
}

/** A figure as a text asks for it. */
export interface Wanted {
  /** A job of the lab, such as `order-form`, a study of it, or what was tried by hand. */
  of?: string | undefined;
  /** Of what was tried by hand several may be joined, here or in `of`, with commas. */
  measure?: string | undefined;
  /**
   * Whose figure: `flask`, `django`, `both`, or `ratio`, Django's as a multiple of Flask's; `inverse` turns that.
   * Of what was tried by hand `span`: from the least to the most. Of a study also the names of its rows, with commas.
   */
  as?: string | undefined;
  /** The run that the sentence was last read against. */
  run?: string | undefined;
  /** `one run`: the sentence says itself that a second run is still to come. */
  status?: string | undefined;
  /** The series of Python, else the newest one that was measured. */
  python?: string | undefined;
  /** The series of Django, else the newest one that was measured. */
  django?: string | undefined;
  /** Which page, where a job has several. */
  path?: string | undefined;
}

/** What is printed of a figure. */
export interface Printed {
  /** The value with its unit, such as "34.6 MiB". */
  text: string;
  /** "one run so far", where no second run agrees yet. */
  mark: string | undefined;
  /** The range, the run and the versions, in a line. */
  details: string;
  /** Where the run is printed, from the root. */
  path: string;
  /** The run that it comes from. */
  run: string;
}

export const oneRun = 'one run so far';

/** What is counted of a side: the unit, and where it stands in the record. The same files give the same number. */
const counted = {
  lines: { unit: 'lines', read: ({ own }: SideCounts) => own.lines },
  statements: { unit: 'statements', read: ({ own }: SideCounts) => own.statements },
  generated: { unit: 'lines', read: ({ generated }: SideCounts) => generated.lines },
  named: { unit: 'packages', read: ({ named }: SideCounts) => named },
  packages: { unit: 'packages', read: ({ packages }: SideCounts) => packages },
  size: { unit: 'MiB', read: ({ size }: SideCounts) => size },
} as const;
type Counted = keyof typeof counted;
type SideCounts = Measured['tasks'][number]['counts'][number];

/** What a text may ask for beside the measures of the lab. */
export const namesOfMeasures: readonly string[] = [...Object.keys(measures), ...Object.keys(counted)];

const ways = ['flask', 'django', 'both', 'ratio', 'inverse'] as const;
type Way = (typeof ways)[number];

/** Units of what a second run may find otherwise; whatever else was taken by hand is a count. */
const measuredByHand = new Set(['s', 'ms', 'MiB']);

/**
 * What to print where a text names a figure.
 * @throws when it names none, none that counts, or one older than the newest that counts
 */
export function figure(records: Records, wanted: Wanted): Printed {
  if (wanted.status !== undefined && wanted.status !== 'one run')
    throw new Error(`has the status "${wanted.status}"; there is only "one run"`);
  if (wanted.run !== undefined && records.withdrawn.includes(wanted.run))
    throw new Error(`quotes the run ${wanted.run}, which was withdrawn`);
  const found = newest(records, wanted);
  if (wanted.run === undefined)
    throw new Error(`names no run; the newest is run="${found.run}", which says ${found.text}`);
  if (wanted.run !== found.run) throw new Error(reasonForRun(records, wanted, found));
  if (found.again === 'agrees' && wanted.status === 'one run')
    throw new Error(`is accepted: two runs agree on it, so take status="one run" out`);
  if (found.again === 'lacking' && wanted.status !== 'one run')
    throw new Error(
      `stands in one run only, ${found.run}; it is accepted once a second run agrees. Until then write status="one run", which prints "${oneRun}"`,
    );
  const { again, ...printed } = found;
  return { ...printed, mark: again === 'lacking' ? oneRun : undefined };
}

/**
 * What the newest run says of a figure, whatever run the text names.
 * @throws when there is no such figure, or the two latest runs do not agree on it
 */
export function newest(records: Records, { of, measure, ...wanted }: Wanted): Found {
  if (!of) throw new Error('names nothing that was measured: of="…"');
  if (!measure) throw new Error('names no measure: measure="…"');
  const tasks = records.runs.flatMap(({ data }) => data.tasks.map(({ task }) => task));
  const study = records.studies.find(({ id }) => id === of);
  if (study) return ofStudy(study, measure, wanted.as);
  return tasks.includes(of) ? ofLab(records, of, measure, wanted) : ofHand(records, of, measure, wanted.as);
}

export interface Found extends Omit<Printed, 'mark'> {
  /** What a second run says. */
  again: 'agrees' | 'lacking';
}

/** Why the run that a text names is not the one to quote. */
function reasonForRun({ runs, hand, studies }: Records, { run, of, measure }: Wanted, found: Found): string {
  const days = studies.flatMap((study) => study.runs.map(({ date }) => date));
  const known = [...runs.map(({ id }) => id), ...hand.map(({ day }) => day), ...days];
  if (!known.includes(run!)) return `quotes the run "${run}", which there is not; the newest is ${found.run}`;
  return `quotes ${of}, ${measure} by the run ${run}, and a newer one stands, ${found.run}, which says ${found.text}: read the sentence, change or keep it, and then write run="${found.run}"`;
}

function ofHand({ hand }: Records, of: string, measure: string, as?: string): Found {
  const figures = namesIn(of).flatMap((name) => namesIn(measure).map((each) => newestByHand(hand, name, each)));
  const [first] = figures as [HandFigure, ...HandFigure[]];
  for (const { unit, day, value, of: name, measure: what } of figures) {
    if (!/\d/.test(value)) throw new Error(`asks for ${name}, ${what}, which says "${value}" and no number`);
    if (unit === '') throw new Error(`asks for ${name}, ${what}, whose "${value}" has no unit in the record`);
    if (unit !== first.unit || day !== first.day)
      throw new Error(`joins figures of two units or two runs, ${first.of}, ${first.measure} and ${name}, ${what}`);
  }
  if (as !== undefined && as !== 'span')
    throw new Error(`says as="${as}" of what was tried by hand; there is only "span"`);
  const values = as === 'span' ? [spanOf(figures)] : figures.map(({ value }) => value.replace('–', ' to '));
  const lone = figures.some(({ unit, again }) => measuredByHand.has(unit) && !again);
  return {
    text: `${listed(values)}${first.unit === '%' ? '' : ' '}${first.unit}`,
    details: [
      ...new Set([...figures.map((each) => each.what), ...figures.map((each) => each.versions)]),
      `by hand, ${first.day}`,
    ]
      .filter((each) => each !== '')
      .join('; '),
    path: first.path,
    run: first.day,
    again: lone ? 'lacking' : 'agrees',
  };
}

/** From the least to the most of several figures, as they were written down. */
function spanOf(figures: readonly HandFigure[]): string {
  const inOrder = figures
    .flatMap(({ value }) => value.split('–'))
    .sort((a, b) => Number(a.replaceAll(',', '')) - Number(b.replaceAll(',', '')));
  return [...new Set([inOrder[0]!, inOrder.at(-1)!])].join(' to ');
}

const namesIn = (list: string) => list.split(',').map((name) => name.trim());

function newestByHand(hand: readonly HandFigure[], of: string, measure: string): HandFigure {
  const same = hand.filter((one) => one.of === of);
  if (same.length === 0) throw new Error(`asks for "${of}", of which nothing was measured`);
  const found = same
    .filter((one) => one.measure === measure)
    .sort((a, b) => a.day.localeCompare(b.day, 'en'))
    .at(-1);
  if (found) return found;
  throw new Error(
    `asks for the measure "${measure}" of "${of}"; there are ${same.map((one) => one.measure).join(', ')}`,
  );
}

/** Such as "31, 38 and 44". */
const listed = (values: string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;

/**
 * What the newest run of a study says. What is counted counts at once; what has a unit of time, memory or a share needs
 * a second run that agrees.
 */
function ofStudy({ id, study, runs }: StudyRecord, measure: string, as = ''): Found {
  const column = study.columns[measure];
  if (!column)
    throw new Error(
      `asks for the measure "${measure}" of the study ${id}; there are ${Object.keys(study.columns).join(', ')}`,
    );
  const way = ways.find((each) => each === as && each !== 'flask' && each !== 'django');
  const names = way ? ['flask', 'django'] : namesIn(as);
  const strange = names.filter((name) => !(name in study.rows));
  if (strange.length > 0)
    throw new Error(`says as="${as}" of the study ${id}; there are ${Object.keys(study.rows).join(', ')}`);
  const holding = runs.flatMap((run) => {
    const cells = names.map((name) => run.rows[name]?.[measure] ?? undefined);
    return cells.every((each) => each !== undefined) ? [{ date: run.date, run, taken: cells.map(takenIn) }] : [];
  });
  const last = holding.at(-1);
  if (!last) throw new Error(`asks for the ${measure} of ${names.join(', ')} in the study ${id}, which no run has`);
  const before = holding.at(-2);
  const told = toldAs[way ?? 'flask'];
  const text = (taken: OfSide[]) => (way ? told(taken, column.unit) : severalOf(taken, column.unit));
  const isSteady = (held: OfSide[], now: OfSide[]) =>
    way === 'ratio' || way === 'inverse'
      ? sideOfLine(held.map(({ median }) => median)) === sideOfLine(now.map(({ median }) => median))
      : held.every(({ median }, at) => within(median, now[at]!.median));
  const mustAgree = isMeasuredUnit(column.unit);
  if (mustAgree && before && !isSteady(before.taken, last.taken))
    throw new Error(
      `is not accepted: the two latest runs do not agree, ${text(before.taken)} (${before.date}) and ${text(last.taken)} (${last.date})`,
    );
  const { processor } = last.run.machine;
  const versions = Object.entries(last.run.versions).map((pair) => pair.join(' '));
  return {
    text: text(last.taken),
    details: [
      `${study.label}: ${column.label}`,
      ...names.flatMap((name, at) => rangeOf(study.rows[name]!, last.taken[at]!, column.unit)),
      versions.join(', '),
      ...(mustAgree ? [processor] : []),
      `run ${last.date}`,
    ].join('; '),
    path: `/evidence/measurements/${id}/`,
    run: last.date,
    again: mustAgree && !before ? 'lacking' : 'agrees',
  };
}

const takenIn = (cell: number | readonly number[]): OfSide => {
  const { median, min, max, values } = spread(typeof cell === 'number' ? [cell] : cell);
  return { median, min, max, repeats: values.length };
};

const severalOf = (taken: OfSide[], unit: string) =>
  `${listed(taken.map(({ median }) => number.format(median)))}${unit === '%' ? '' : ' '}${unit}`;

const rangeOf = (label: string, { min, max, repeats }: OfSide, unit: string): string[] =>
  repeats > 1 ? [`${label}: ${number.format(min)} to ${number.format(max)} ${unit}`] : [];

const within = (a: number, b: number) => Math.max(a, b) <= Math.min(a, b) * (1 + noticeable);

/** A figure of one side in one run. */
interface OfSide {
  median: number;
  min: number;
  max: number;
  repeats: number;
}

function ofLab(records: Records, task: string, measure: string, wanted: Wanted): Found {
  const as = (wanted.as ?? '') as Way;
  if (!ways.includes(as)) throw new Error(`says as="${as}"; there are ${ways.join(', ')}`);
  if (!namesOfMeasures.includes(measure))
    throw new Error(`asks for the measure "${measure}"; there are ${namesOfMeasures.join(', ')}`);
  const holding = records.runs.filter(({ data }) => data.tasks.some((each) => each.task === task));
  const latest = holding.at(-1)!;
  const setups = setupsFor(latest.data.tasks.find((each) => each.task === task)!.setups, wanted);
  const sides = as === 'flask' || as === 'django' ? ([as] as const) : (['flask', 'django'] as const);
  const pairs = holding.flatMap(({ id, data }) => {
    const taken = sides.map((side) => takenBy(data, task, measure, setups[side], wanted.path));
    return taken.every((each) => each !== undefined) ? [{ id, data, taken }] : [];
  });
  const last = pairs.at(-1);
  if (!last) throw new Error(`asks for the ${measure} of ${task}, which no run that stands has`);
  const before = pairs.at(-2);
  const isCount = measure in counted && measure !== 'size';
  const told = toldAs[as];
  const unit = unitOf(measure);
  const again = isCount ? 'agrees' : before ? held(before, last, as, (taken) => told(taken, unit)) : 'lacking';
  const runs = again === 'agrees' && before && !isCount ? [before, last] : [last];
  return {
    text: as === 'ratio' || as === 'inverse' ? ratios(runs, as) : told(last.taken, unit),
    details: detailsOf(
      runs,
      sides,
      setups,
      unit,
      last.data.tasks.find((each) => each.task === task)!,
    ),
    path: `/evidence/measurements/#${sectionOf(measure)}`,
    run: last.id,
    again,
  };
}

interface InRun {
  id: string;
  data: Measured;
  taken: OfSide[];
}

/** @throws when the two latest runs do not agree */
function held(before: InRun, last: InRun, as: Way, told: (taken: OfSide[]) => string): 'agrees' {
  const [a, b] = [before, last].map(({ taken }) => taken.map(({ median }) => median)) as [number[], number[]];
  const agree =
    as === 'ratio' || as === 'inverse'
      ? sideOfLine(a) === sideOfLine(b)
      : a.every((value, at) => within(value, b[at]!));
  if (agree) return 'agrees';
  throw new Error(
    `is not accepted: the two latest runs do not agree, ${told(before.taken)} (${before.id}) and ${told(last.taken)} (${last.id})`,
  );
}

/** Which side needs less in one run, by more than the 5 % that count. */
const sideOfLine = ([flask, django]: number[]) =>
  difference([
    [flask!, django!],
    [flask!, django!],
  ] as const);

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const ratio = new Intl.NumberFormat('en', { minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

const millions = 'million instructions';
function unitOf(measure: string): string {
  if (measure in counted) return counted[measure as Counted].unit;
  const { unit } = measures[measure as Measure];
  return unit === 'millions' ? millions : unit;
}

const one = (taken: OfSide[], unit: string) => `${number.format(taken[0]!.median)} ${unit}`;
const toldAs: Record<Way, (taken: OfSide[], unit: string) => string> = {
  flask: one,
  django: one,
  both: ([flask, django], unit) =>
    `${number.format(flask!.median)} ${unit} in Flask and ${number.format(django!.median)} in Django`,
  ratio: ([flask, django]) => `${ratio.format(django!.median / flask!.median)} times`,
  inverse: ([flask, django]) => `${ratio.format(flask!.median / django!.median)} times`,
};

/** The ratio of one run, or of two that agree: both, where they differ as they are printed. */
function ratios(runs: InRun[], as: 'ratio' | 'inverse'): string {
  const values = runs.map(({ taken }) => toldAs[as](taken, '').replace(' times', ''));
  const [least, most] = values.toSorted((a, b) => Number(a) - Number(b)) as [string, string?];
  return `${most === undefined || most === least ? least : `${least} to ${most}`} times`;
}

/** The setups to compare: each framework as it comes, on one Python, the newest unless another is wanted. */
function setupsFor(setups: readonly Setup[], { python, django }: Wanted): Record<'flask' | 'django', Setup> {
  const plain = setups.filter(({ deployed, side }) => !deployed && side !== 'none');
  const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });
  const pythons = [...new Set(plain.map((each) => series(each.python)))].sort(newestFirst);
  const chosen = python ?? pythons[0]!;
  if (!pythons.includes(chosen)) throw new Error(`asks for Python ${chosen}; there are ${pythons.join(', ')}`);
  const of = (side: 'flask' | 'django', wanted?: string) => {
    const found = plain
      .filter((each) => each.side === side && series(each.python) === chosen)
      .sort((a, b) => newestFirst(a.release, b.release));
    const setup = wanted === undefined ? found[0] : found.find(({ release }) => series(release) === wanted);
    if (!setup)
      throw new Error(`asks for ${side} ${wanted ?? ''}; there are ${found.map((each) => each.id).join(', ')}`);
    return setup;
  };
  return { flask: of('flask'), django: of('django', django) };
}

function takenBy(run: Measured, task: string, measure: string, setup: Setup, path?: string): OfSide | undefined {
  if (measure in counted) {
    const counts = run.tasks.find((each) => each.task === task)?.counts.find(({ side }) => side === setup.side);
    const value = counts && counted[measure as Counted].read(counts);
    return value === undefined ? undefined : { median: value, min: value, max: value, repeats: 1 };
  }
  const wanted = { task, measure: measure as Measure, setup: setup.id };
  const taken = path === undefined ? onlyOne(run, wanted) : figureOf(run, { ...wanted, path });
  return taken && { median: taken.median, min: taken.min, max: taken.max, repeats: taken.values.length };
}

/** The figure of a job that is measured at one address. */
function onlyOne({ tasks }: Measured, wanted: Pick<Taken, 'task' | 'measure' | 'setup'>): Taken | undefined {
  const same = tasks
    .flatMap(({ figures }) => figures)
    .filter((each) => each.task === wanted.task && each.measure === wanted.measure && each.setup === wanted.setup);
  if (same.length > 1)
    throw new Error(
      `asks for ${wanted.task}, where there are several: path="${same.map(({ path }) => path).join('", "')}"`,
    );
  return same[0];
}

/** Such as "Flask 3.1.3: 22.1–23.3 MiB; Django 6.1.3: 34.6 MiB; Python 3.13.0; runs 2026-11-30, 2026-11-30-2". */
function detailsOf(
  runs: InRun[],
  sides: readonly ('flask' | 'django')[],
  setups: Record<'flask' | 'django', Setup>,
  unit: string,
  { setups: all }: Measured['tasks'][number],
): string {
  const told = sides.map((side, at) => {
    const taken = runs.map((run) => run.taken[at]!);
    const least = number.format(Math.min(...taken.map(({ min }) => min)));
    const most = number.format(Math.max(...taken.map(({ max }) => max)));
    const { release } = all.find(({ id }) => id === setups[side].id)!;
    return `${frameworks[side]} ${release}: ${least === most ? least : `${least} to ${most}`} ${unit}`;
  });
  const ids = runs.map(({ id }) => id);
  return [...told, `Python ${setups.flask.python}`, `${ids.length > 1 ? 'runs' : 'run'} ${ids.join(' and ')}`].join(
    '; ',
  );
}

/** Where the page of our measurements prints a measure. */
function sectionOf(measure: string): string {
  if (measure in counted) return 'written-and-installed';
  if (measure === 'instructions') return 'instructions';
  return measure === 'memory' || measure === 'loaded' ? 'memory' : 'times';
}
