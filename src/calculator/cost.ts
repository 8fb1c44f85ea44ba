/** What building and keeping the system costs, in person-days: one experienced developer for a day. */
import { apartIn, expected, type Beliefs } from './answers.ts';
import {
  assumptionNames,
  frameworks,
  mean,
  type Alternative,
  type Feature,
  type Framework,
  type Model,
  type Option,
  type PerAlternative,
  type Question,
  type Range,
} from './model.ts';

/** The longest life that the model speaks of, in months. */
export const horizonLimit = 60;
/** When features for later are built: months after the first release. */
export const laterMonth = 12;

/** One alternative's costs in person-days; what repeats, in person-days a year. */
export interface Cost {
  setup: number;
  learning: number;
  ownFeatures: number;
  friction: number;
  /** Moving what runs already to this framework. */
  moving: number;
  features: number;
  /** The sum of the parts above: what it takes to get to the first release. */
  first: number;
  /** Features for later, built at month 12. */
  later: number;
  upgrades: number;
  dependencies: number;
  onboarding: number;
  maintenance: number;
  secondService: number;
  /** Looking after a framework that the house does not run. */
  secondStack: number;
  /** The sum of the six parts above. */
  yearly: number;
  /** What a year costs more once the later features are there. */
  yearlyLater: number;
}
export type Costs = PerAlternative<Cost>;

/** What the cost model is told beside its numbers. */
export interface Situation {
  beliefs: Beliefs;
  first: readonly string[];
  later: readonly string[];
  /** How likely each feature of the first release is needed; without it, all of them are. */
  chances?: Readonly<Record<string, number>>;
}

/** A value for every number of the model, in the estimator's order. */
export type Values = Float64Array;

/** Errors that all numbers share: one on everything, and one on what a framework brings. */
export interface SharedErrors {
  all: number;
  flask: number;
  django: number;
}
const none: SharedErrors = { all: 1, flask: 1, django: 1 };

export interface Estimator {
  /** The name and range of each number, sorted by name. */
  ranges: readonly { name: string; range: Range }[];
  /** The mean of each range. */
  means: Values;
  costs(values: Values, situation: Situation, errors?: SharedErrors): Costs;
  /** The value of one number. */
  value(values: Values, name: string): number;
}

/** One feature for each alternative: where its effort stands among the values, and the packages that it adds. */
interface FeaturePart {
  effort: PerAlternative<number>;
  packages: PerAlternative<number>;
}

/** Looks the model's numbers up once, so that thousands of estimates can share the work. */
export function estimator(model: Model): Estimator {
  const ranges = [
    ...assumptionNames(model).map((name) => ({ name, range: model.assumptions[name]! })),
    ...model.features.flatMap(({ id, effort }) => frameworks.map((of) => ({ name: `${id}.${of}`, range: effort[of] }))),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const places = new Map(ranges.map(({ name }, at) => [name, at]));
  const place = (name: string): number => {
    const at = places.get(name);
    if (at === undefined) throw new Error(`The model has no number "${name}"`);
    return at;
  };
  const perFramework = (name: string) => ({ flask: place(`${name}.flask`), django: place(`${name}.django`) });
  const perAlternative = (name: string) => ({ ...perFramework(name), both: place(`${name}.both`) });
  const question = (id: string): Question => model.questions.find((candidate) => candidate.id === id)!;
  /** Reads a number that depends on an answer. */
  const byOption = (name: string, of: Question) => {
    const at = of.options.map((option) => place(`${name}.${option.id}`));
    return (values: Values, beliefs: Beliefs) => {
      const odds = beliefs[of.id]!;
      let sum = 0;
      for (let index = 0; index < odds.length; index++) if (odds[index]! > 0) sum += odds[index]! * values[at[index]!]!;
      return sum;
    };
  };

  const [size, existing, face, python, people, ops] = ['size', 'existing', 'face', 'python', 'people', 'ops'].map(
    question,
  ) as [Question, Question, Question, Question, Question, Question];
  const [known, codebase, house] = ['known', 'codebase', 'house'].map(question) as [Question, Question, Question];
  const setup = perFramework('setup');
  const learning = perFramework('learning');
  const upgrades = perFramework('upgrades');
  const hybridLearning = perFramework('hybrid-learning');
  const retrofit = perAlternative('retrofit');
  const onboarding = perAlternative('onboarding');
  const integration = place('integration');
  const dependency = place('dependency');
  const maintenance = place('maintenance');
  const turnover = place('turnover');
  const secondService = place('second-service');
  const hybridFriction = place('hybrid-friction');
  const ownFeatures = byOption('own-features', size);
  const frictionBySize = {
    flask: byOption('friction-size-flask', size),
    django: byOption('friction-size-django', size),
  };
  const frictionByExisting = {
    flask: byOption('friction-existing-flask', existing),
    django: byOption('friction-existing-django', existing),
  };
  const frictionByFace = {
    flask: byOption('friction-face-flask', face),
    django: byOption('friction-face-django', face),
  };
  const moving = byOption('moving', question('extent'));
  const movingShare = byOption('moving-share', question('treatment'));
  const secondStack = place('second-stack');
  const templates = place('templates');
  const learningPace = byOption('learning-pace', python);
  const learners = byOption('learners', people);
  const developers = byOption('developers', people);
  const secondServicePace = byOption('second-service-pace', ops);
  const parts = new Map(model.features.map((feature) => [feature.id, partOf(feature)]));
  function partOf({ id, side, packages }: Feature): FeaturePart {
    const at = perFramework(id);
    return { effort: { ...at, both: at[side] }, packages: { ...packages, both: packages[side] } };
  }
  /** For each feature that an answer can make idle: the questions and the options that do. */
  const idlers = new Map(
    model.features.map(({ id }) => [
      id,
      model.questions
        .map((asked) => ({ id: asked.id, marks: asked.options.map(({ idles }) => (idles?.includes(id) ? 1 : 0)) }))
        .filter(({ marks }) => marks.includes(1)),
    ]),
  );
  function featureSums(
    values: Values,
    ids: readonly string[],
    beliefs: Beliefs,
    chances?: Readonly<Record<string, number>>,
  ) {
    const days = { flask: 0, django: 0, both: 0 };
    const packages = { flask: 0, django: 0, both: 0 };
    for (const id of ids) {
      let needed = chances ? chances[id]! : 1;
      for (const { id: asked, marks } of idlers.get(id)!) needed *= 1 - chance(marks, beliefs[asked]!);
      if (needed === 0) continue;
      const part = parts.get(id)!;
      days.flask += needed * values[part.effort.flask]!;
      days.django += needed * values[part.effort.django]!;
      days.both += needed * values[part.effort.both]!;
      packages.flask += needed * part.packages.flask;
      packages.django += needed * part.packages.django;
      packages.both += needed * part.packages.both;
    }
    return { days, packages };
  }
  const marks = (of: Question, holds: (option: Option) => boolean) =>
    of.options.map((option) => (holds(option) ? 1 : 0));
  const runs = (of: Framework) => (option: Option) => option.runs?.includes(of) ?? false;
  const perBoth = <Value>(value: (of: Framework, other: Framework) => Value): Record<Framework, Value> => ({
    flask: value('flask', 'django'),
    django: value('django', 'flask'),
  });
  const knows = perBoth((of) => marks(known, (option) => option.knows?.includes(of) ?? false));
  const running = perBoth((of) => marks(codebase, runs(of)));
  /** What must move to a framework: all that runs in the other, or half of it where parts run in each. */
  const elsewhere = perBoth((of, other) =>
    codebase.options.map((option) => (runs(other)(option) ? (runs(of)(option) ? 0.5 : 1) : 0)),
  );
  const inHouse = perBoth((of) => marks(house, runs(of)));
  const onlyOther = perBoth((of, other) => marks(house, (option) => runs(other)(option) && !runs(of)(option)));

  const apartOf = apartIn(model);
  function costs(values: Values, { beliefs, first, later, chances }: Situation, errors = none): Costs {
    const apart = apartOf(beliefs);
    const build = errors.all * ownFeatures(values, beliefs);
    const learnersTimesPace = learners(values, beliefs) * learningPace(values, beliefs);
    const developerCount = developers(values, beliefs);
    const secondServiceYear = errors.all * values[secondService]! * secondServicePace(values, beliefs);
    const move = moving(values, beliefs) * movingShare(values, beliefs);
    const kept = movingShare(values, beliefs);
    // What is kept needs no new set-up, and somebody there knows its framework.
    const inUse = perBoth((of) => kept * chance(running[of], beliefs['codebase']!));
    const learnOne = (of: Framework) =>
      values[learning[of]]! * learnersTimesPace * (1 - chance(knows[of], beliefs['known']!)) * (1 - inUse[of]);
    const learn = { flask: learnOne('flask'), django: learnOne('django') };
    const frictionOf = (of: Framework) =>
      frictionBySize[of](values, beliefs) +
      frictionByExisting[of](values, beliefs) +
      frictionByFace[of](values, beliefs);
    const friction = { flask: frictionOf('flask'), django: frictionOf('django') };
    const newSystem = (of: Framework, systems: number) => values[setup[of]]! * Math.max(0, systems - inUse[of]);
    // A house that runs a framework has templates for it, and most of what they hold is such features.
    const unwritten = (of: Alternative) =>
      1 -
      values[templates]! *
        (of === 'both'
          ? 0.5 * (chance(inHouse.flask, beliefs['house']!) + chance(inHouse.django, beliefs['house']!))
          : chance(inHouse[of], beliefs['house']!));
    const now = featureSums(values, first, beliefs, chances);
    const then = featureSums(values, later, beliefs);

    const cost = (of: Alternative): Cost => {
      const hybrid = of === 'both';
      const bias = hybrid ? Math.sqrt(errors.flask * errors.django) : errors[of];
      const own = bias * errors.all;
      // Where parts must run apart, every alternative is two deployments; else only the hybrid is.
      const twoDeployments = hybrid || apart;
      const rate = hybrid ? values[hybridFriction]! * Math.min(friction.flask, friction.django) : friction[of];

      const systems = hybrid ? newSystem('flask', 1) + newSystem('django', 1) : newSystem(of, apart ? 2 : 1);
      const setupDays = own * (systems + (twoDeployments ? values[integration]! : 0));
      const learningDays =
        own *
        (hybrid
          ? values[hybridLearning.flask]! * learn.flask + values[hybridLearning.django]! * learn.django
          : learn[of]);
      const frictionDays = bias * build * rate;
      const featureDays = own * now.days[of] * unwritten(of);
      const movingDays = hybrid ? 0 : errors.all * move * chance(elsewhere[of], beliefs['codebase']!);
      const laterDays = own * then.days[of] * unwritten(of);

      const upgradesDays = own * (hybrid ? values[upgrades.flask]! + values[upgrades.django]! : values[upgrades[of]]!);
      const dependencyDays = own * values[dependency]! * now.packages[of];
      // Where parts run apart, a newcomer joins one of them and learns mostly its framework.
      const onboardingEach =
        hybrid && apart
          ? values[hybridLearning.flask]! * values[onboarding.flask]! +
            values[hybridLearning.django]! * values[onboarding.django]!
          : values[onboarding[of]]!;
      const onboardingDays = own * developerCount * values[turnover]! * onboardingEach;
      const maintenanceDays = values[maintenance]! * (build + frictionDays + featureDays);
      const secondServiceDays = twoDeployments ? secondServiceYear : 0;
      const alone = (framework: Framework) => chance(onlyOther[framework], beliefs['house']!);
      const secondStackDays =
        errors.all * values[secondStack]! * (hybrid ? alone('flask') + alone('django') : alone(of));
      return {
        setup: setupDays,
        learning: learningDays,
        ownFeatures: build,
        friction: frictionDays,
        moving: movingDays,
        features: featureDays,
        first: setupDays + learningDays + build + frictionDays + movingDays + featureDays,
        later: values[retrofit[of]]! * laterDays,
        upgrades: upgradesDays,
        dependencies: dependencyDays,
        onboarding: onboardingDays,
        maintenance: maintenanceDays,
        secondService: secondServiceDays,
        secondStack: secondStackDays,
        yearly: upgradesDays + dependencyDays + onboardingDays + maintenanceDays + secondServiceDays + secondStackDays,
        yearlyLater: own * values[dependency]! * then.packages[of] + values[maintenance]! * laterDays,
      };
    };
    return { flask: cost('flask'), django: cost('django'), both: cost('both') };
  }

  return {
    ranges,
    means: Float64Array.from(ranges, ({ range }) => mean(range)),
    costs,
    value: (values, name) => values[place(name)]!,
  };
}

/** How likely the options are that the marks name. */
function chance(marks: readonly number[], odds: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < marks.length; at++) sum += marks[at]! * odds[at]!;
  return sum;
}

/**
 * Today's value of a payment of 1 a year, spread evenly over the months.
 * @param rate the discount rate a year, such as 0.035
 */
export function annuity(months: number, rate: number): number {
  const log = Math.log1p(rate) / 12;
  const monthly = Math.expm1(log);
  // A rate so small that it vanishes is none.
  return monthly === 0 ? months / 12 : -Math.expm1(-months * log) / (12 * monthly);
}

/** Today's value of what is spent until a month, for each kind of spending. */
export interface Worth {
  yearly: number;
  later: number;
  yearlyLater: number;
}

/** What spending until a month after the first release is worth today. It is the same for every alternative. */
export function worthUntil(month: number, rate: number): Worth {
  const yearly = annuity(month, rate);
  if (month < laterMonth) return { yearly, later: 0, yearlyLater: 0 };
  return { yearly, later: (1 + rate) ** -(laterMonth / 12), yearlyLater: yearly - annuity(laterMonth, rate) };
}

/** Everything spent by an alternative from the start, at today's value. */
export const costAt = (cost: Cost, worth: Worth): number =>
  cost.first + cost.yearly * worth.yearly + cost.later * worth.later + cost.yearlyLater * worth.yearlyLater;

/** The same until a month after the first release. */
export const costUntil = (month: number, cost: Cost, rate: number): number => costAt(cost, worthUntil(month, rate));

/** The same, for every month from 0 to 60. */
export function costCurve(cost: Cost, rate: number): number[] {
  return Array.from({ length: horizonLimit + 1 }, (_, month) => costUntil(month, cost, rate));
}

/** The months in which the cheaper of two changes: a strict change of sign between whole months. */
export function changeOvers(
  a: readonly number[],
  b: readonly number[],
): { month: number; cheaper: 'first' | 'second' }[] {
  const found: { month: number; cheaper: 'first' | 'second' }[] = [];
  let before = 0;
  a.forEach((value, month) => {
    const sign = Math.sign(value - b[month]!);
    if (sign !== 0 && before !== 0 && sign !== before) found.push({ month, cheaper: sign < 0 ? 'first' : 'second' });
    if (sign !== 0) before = sign;
  });
  return found;
}

/** What a year of keeping it costs on average until the horizon, not discounted: the basis of the upkeep score. */
export function yearlyUpkeep(cost: Cost, horizon: number): number {
  const years = horizon / 12;
  const added = horizon >= laterMonth ? cost.later + cost.yearlyLater * (years - laterMonth / 12) : 0;
  return (cost.yearly * years + added) / years;
}

/** Calendar months to the first release, for the developers that the answers give. */
export function monthsToRelease(estimates: Estimator, cost: Cost, people: Question, beliefs: Beliefs): number {
  const developers = expected(people, beliefs, ({ id }) => estimates.value(estimates.means, `developers.${id}`));
  return cost.first / (developers * estimates.value(estimates.means, 'days-per-month'));
}

/** The months until the horizon; the mean of all options while nobody knows. */
export function horizonOf(model: Model, beliefs: Beliefs): number {
  const question = model.questions.find(({ id }) => id === 'horizon')!;
  return expected(question, beliefs, ({ months }) => months!);
}
