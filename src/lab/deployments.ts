/** The deployments of a task: which sides run together as services, on which Python and with which packages. */
import { existsSync, readFileSync } from 'node:fs';
import { sidesOf, type Side, type SideName } from '../records/example.ts';
import { places } from '../records/run.ts';
import { environmentFor, namedPackages, samePackage, type Environment } from './environments.ts';
import type { Python } from './python.ts';
import type { Task } from './tasks.ts';

/** A side of a task with the environment that serves it. */
export interface Service {
  name: SideName;
  side: Side;
  folder: string;
  environment: Environment;
  /** The packages that the side names itself, with the versions that were installed. */
  named: Record<string, string>;
}

/**
 * The deployments of a task: each side by itself, or both behind a gateway; then Django's side once more with Django 6,
 * where the task has packages for it and the machine a Python.
 */
export async function deploymentsOf(task: Task, main: Python, newer: Python | undefined): Promise<Service[][]> {
  const { folder } = places(task.name);
  const services: Service[] = [];
  for (const { name, side } of sidesOf(task.example)) {
    services.push(await service(name, side, `${folder}/${name}`, main, 'requirements'));
  }
  const django = task.example.sides.django;
  const onDjango6 =
    newer && django && existsSync(`${folder}/django/requirements-6.txt`)
      ? await service('django', django, `${folder}/django`, newer, 'requirements-6')
      : undefined;
  if (task.example.gateway === undefined) return [...services, ...(onDjango6 ? [onDjango6] : [])].map((one) => [one]);
  const other = services.filter(({ name }) => name !== 'django');
  return [services, ...(onDjango6 ? [[...other, onDjango6]] : [])];
}

/** A side on a Python, with the packages of one of its requirements files. */
export async function service(
  name: SideName,
  side: Side,
  folder: string,
  python: Python,
  file: string,
): Promise<Service> {
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
export function described({ name, environment, named }: Service): string {
  const packages = Object.entries(named).map(([each, version]) => `${each} ${version}`);
  return `${name} (${[`Python ${environment.version}`, ...packages].join(', ')})`;
}
