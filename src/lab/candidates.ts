/** Who is measured side by side in a task: each framework on each Python, with its defaults and as it is deployed. */
import { existsSync } from 'node:fs';
import { isMeasurable } from '../records/example.ts';
import type { Setup } from '../records/measurement.ts';
import { places } from '../records/run.ts';
import { service, type Service } from './deployments.ts';
import type { Python } from './python.ts';
import type { Task } from './tasks.ts';

export interface Candidate {
  setup: Setup;
  service: Service;
  /** Environment variables of this setup. */
  settings: Record<string, string>;
}

/** Whether the lab measures a task. */
export const isMeasured = ({ example }: Task): boolean => isMeasurable(example);

/** One task is enough to know what the server takes by itself. */
const controlTask = 'first-endpoint';

/**
 * The candidates of a task. The first two are Flask and Django with their defaults on the first Python.
 * @param pythons the interpreters, the oldest one first
 */
export async function candidatesOf(task: Task, pythons: readonly Python[]): Promise<Candidate[]> {
  const { folder } = places(task.name);
  const { flask, django } = task.example.sides;
  const all: Candidate[] = [];
  for (const python of pythons) {
    const own = await service('flask', flask!, `${folder}/flask`, python, 'requirements');
    all.push(...setupsOf(own, 'Flask'));
    all.push(...setupsOf(await service('django', django!, `${folder}/django`, python, 'requirements'), 'Django'));
    if (python !== pythons[0] && existsSync(`${folder}/django/requirements-6.txt`)) {
      all.push(...setupsOf(await service('django', django!, `${folder}/django`, python, 'requirements-6'), 'Django'));
    }
    if (task.name === controlTask && python === pythons[0]) all.push(control(own, '1'), control(own, '2'));
  }
  return all;
}

/** A side with its defaults and, where its file says how, as its deployment documentation advises. */
function setupsOf(service: Service, framework: 'Flask' | 'Django'): Candidate[] {
  const release = service.named[framework]!;
  const series = (version: string) => version.split('.').slice(0, 2).join('.');
  const { name: side, environment } = service;
  const setup = {
    ...{ id: `${side}-${series(release)}-python-${series(environment.version)}`, side: side as 'flask' | 'django' },
    ...{ python: environment.version, release, deployed: false },
  };
  const { deployed } = service.side;
  const usual = { setup, service, settings: {} };
  if (!deployed) return [usual];
  return [usual, { service, setup: { ...setup, id: `${setup.id}-deployed`, deployed: true }, settings: deployed }];
}

/** Gunicorn with an empty program. Twice the same, so that what differs between the two is chance. */
function control(service: Service, which: '1' | '2'): Candidate {
  const { environment } = service;
  return {
    setup: { id: `none-${which}`, side: 'none', python: environment.version, release: which, deployed: false },
    service: {
      ...{ ...service, folder: 'src/lab/baseline', named: {} },
      side: { wsgi: 'app:application', prepare: [], commands: {}, remark: 'no framework' },
    },
    settings: {},
  };
}
