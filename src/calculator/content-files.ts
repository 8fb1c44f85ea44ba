/** Reads the calculator's content from its files, for tests and benchmarks. The build has it from `entries/queries.ts`. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readYaml } from '../entries/files.ts';
import { modelFrom, type CalculatorContent } from './from-content.ts';
import type { Model } from './model.ts';

const content = join(import.meta.dirname, '../../content/calculator');
const examples = join(import.meta.dirname, '../../content/examples');

/** Every entry of one folder below `content/calculator/`. */
export function entriesOf<Data>(folder: string): { id: string; data: Data }[] {
  return globSync(`${folder}/*.yaml`, { cwd: content })
    .sort()
    .map((file) => ({
      id: basename(file, '.yaml'),
      data: readYaml(readFileSync(join(content, file), 'utf8')) as Data,
    }));
}

/** What the model is made of. */
export function contentOfModel(): CalculatorContent {
  const runs = globSync('*/ran.json', { cwd: examples }).map((file) => ({
    id: dirname(file),
    data: JSON.parse(readFileSync(join(examples, file), 'utf8')) as unknown,
  }));
  return {
    runs,
    criteria: entriesOf('criteria'),
    questions: entriesOf('questions'),
    features: entriesOf('features'),
    assumptions: entriesOf('assumptions'),
  } as CalculatorContent;
}

/** The model as the guide publishes it. */
export const publishedModel = (): Model => modelFrom(contentOfModel());
