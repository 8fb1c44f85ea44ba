/** The tasks of the lab, read from their folders. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readYaml } from '../entries/files.ts';
import { exampleSchema, type Example } from '../records/example.ts';
import { places } from '../records/run.ts';
import { Failure } from './failure.ts';

export interface Task {
  name: string;
  example: Example;
}

/**
 * @param wanted names of tasks; all of them when it is empty
 * @throws Failure when there is no such task, its file is wrong, or it has no contract
 */
export function readTasks(wanted: readonly string[]): Task[] {
  const names = globSync('content/examples/*/example.yaml')
    .map((file) => basename(dirname(file)))
    .sort();
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Failure(`There is no task ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  return (wanted.length > 0 ? wanted : names).map(readTask);
}

function readTask(name: string): Task {
  const { folder, contract } = places(name);
  const file = `${folder}/example.yaml`;
  const { data, error } = exampleSchema.safeParse(readYaml(readFileSync(file, 'utf8')));
  if (error) {
    const reasons = error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}`);
    throw new Failure(reasons.join('\n'));
  }
  if (!existsSync(contract)) throw new Failure(`${file}: it has no contract: ${contract} does not exist`);
  return { name, example: data };
}
