/** What a side consists of, counted after one formatter for all. */
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Part } from '../records/measurement.ts';
import type { Service } from './deployments.ts';
import { environmentFor } from './environments.ts';
import { run } from './processes.ts';
import type { Python } from './python.ts';
import { copies } from './server.ts';

type Counted = Pick<Part['counts'][number], 'own' | 'generated' | 'tests'>;

/** Counts a side, with what both sides share. What `startproject` writes is asked of the side's own Django. */
export async function count(python: Python, { name, folder, environment }: Service): Promise<Counted> {
  const tool = await environmentFor(python, 'src/lab/requirements/ruff.txt');
  let template = '';
  if (name === 'django') {
    mkdirSync(copies, { recursive: true });
    template = mkdtempSync(join(copies, 'template-'));
    await run([environment.python, '-m', 'django', 'startproject', 'project', template]);
  }
  const folders = [folder, join(dirname(folder), 'shared')].filter((each) => existsSync(each));
  return JSON.parse(await run([tool.python, 'src/lab/count.py', template, ...folders])) as Counted;
}
