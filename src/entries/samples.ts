/** The part of each side of an example that is printed, from the files that ran. */
import { sidesOf, type SideName } from '../records/example.ts';
import { regionAmong, type Line } from '../records/sample.ts';
import type { Example } from './queries.ts';

const files = import.meta.glob<string>('/content/examples/**/*.py', { query: '?raw', import: 'default', eager: true });

export interface SampleOfSide {
  name: SideName;
  /** What this side needs beyond the framework. */
  remark: string;
  lines: Line[];
}

/** @throws when a side does not have the region in exactly one file */
export function samplesOf({ id, data }: Example, region: string): SampleOfSide[] {
  return sidesOf(data).map(({ name, side }) => {
    const folder = `content/examples/${id}/${name}`;
    const sources = Object.entries(files)
      .filter(([file]) => file.startsWith(`/${folder}/`))
      .map(([, source]) => source);
    try {
      return { name, remark: side.remark, lines: regionAmong(sources, region) };
    } catch (error) {
      throw new Error(`${folder}: ${(error as Error).message}`, { cause: error });
    }
  });
}
