/** Which sides of a task run together, on which Python and with which packages. */
import { existsSync, readFileSync } from 'node:fs';
import { sidesOf, type Side, type SideName } from '../records/example.ts';
import { places } from '../records/run.ts';
import { environmentFor, namedPackages, samePackage, type Environment } from './environments.ts';
import type { Python } from './python.ts';
import type { Task } from './tasks.ts';

/** A side with the environment that it runs in. */
export interface Player {
  name: SideName;
  side: Side;
  folder: string;
  environment: Environment;
  /** The packages that the side names itself, with the versions that were installed. */
  named: Record<string, string>;
}

/**
 * The runs of a task: each side by itself, or both behind a gateway; then Django's side once more with Django 6,
 * where the task has packages for it and the machine a Python.
 */
export async function lineUps(task: Task, main: Python, newer: Python | undefined): Promise<Player[][]> {
  const { folder } = places(task.name);
  const players: Player[] = [];
  for (const { name, side } of sidesOf(task.example)) {
    players.push(await player(name, side, `${folder}/${name}`, main, 'requirements'));
  }
  const django = task.example.sides.django;
  const onDjango6 =
    newer && django && existsSync(`${folder}/django/requirements-6.txt`)
      ? await player('django', django, `${folder}/django`, newer, 'requirements-6')
      : undefined;
  if (task.example.gateway === undefined) return [...players, ...(onDjango6 ? [onDjango6] : [])].map((one) => [one]);
  const other = players.filter(({ name }) => name !== 'django');
  return [players, ...(onDjango6 ? [[...other, onDjango6]] : [])];
}

async function player(name: SideName, side: Side, folder: string, python: Python, file: string): Promise<Player> {
  const environment = await environmentFor(python, `${folder}/${file}.txt`);
  const wanted = namedPackages(readFileSync(`${folder}/${file}.in`, 'utf8'));
  const { packages } = environment.installed;
  const named = packages.filter((each) => wanted.some((one) => samePackage(one, each.name)));
  return {
    ...{ name, side, folder, environment },
    named: Object.fromEntries(named.map((each) => [properName(each.name), each.version])),
  };
}

/** Package names as their makers write them, where pip's list does not. */
const properName = (name: string) => ({ flask: 'Flask', django: 'Django' })[name.toLowerCase()] ?? name;

/** Such as "django (Python 3.11.7, Django 5.2.19)". */
export function described({ name, environment, named }: Player): string {
  const packages = Object.entries(named).map(([each, version]) => `${each} ${version}`);
  return `${name} (${[`Python ${environment.version}`, ...packages].join(', ')})`;
}
