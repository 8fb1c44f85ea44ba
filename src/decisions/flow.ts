/** The picture of all decisions: a line for each, from where a team stood to where it was when last seen. Pure. */
import type { Course, Place } from './course.ts';

/** A line of the picture. Heights are pixels from the top. */
export interface Thread {
  course: Course;
  before: number;
  chosen: number;
  seen: number | undefined;
}

/** The lines that stand together at one of the three stages. */
export interface Bundle {
  place: Place;
  /** The height of the first line. */
  top: number;
  count: number;
}

export interface Flow {
  threads: Thread[];
  bundles: Record<'before' | 'chosen' | 'seen', Bundle[]>;
  height: number;
}

/** From one line to the next, between two bundles, and above the first, in pixels. */
const pitch = 6;
const gap = 34;
const head = 26;

/** From top to bottom at the first stage, where a fresh start stands in the middle, and at the other two. */
const orders: Record<keyof Flow['bundles'], Place[]> = {
  before: ['flask', 'neither', 'both', 'django'],
  chosen: ['flask', 'both', 'django', 'neither'],
  seen: ['flask', 'both', 'django', 'neither'],
};

/** Lays the lines out so that those which go the same way lie side by side. */
export function flowOf(courses: readonly Course[]): Flow {
  const threads: Thread[] = courses.map((course) => ({ course, before: 0, chosen: 0, seen: undefined }));
  const rank = (stage: 'chosen' | 'seen', { course }: Thread) =>
    course[stage] === undefined ? orders[stage].length : orders[stage].indexOf(course[stage]);
  const before = stack(
    threads,
    'before',
    (a, b) => rank('chosen', a) - rank('chosen', b) || rank('seen', a) - rank('seen', b),
  );
  const chosen = stack(threads, 'chosen', (a, b) => a.before - b.before);
  const seen = stack(threads, 'seen', (a, b) => a.chosen - b.chosen);
  return {
    threads,
    bundles: { before: before.bundles, chosen: chosen.bundles, seen: seen.bundles },
    height: Math.max(before.height, chosen.height, seen.height),
  };
}

function stack(
  threads: readonly Thread[],
  stage: keyof Flow['bundles'],
  order: (a: Thread, b: Thread) => number,
): { bundles: Bundle[]; height: number } {
  let next = head;
  const bundles = orders[stage].flatMap((place) => {
    const own = threads.filter(({ course }) => course[stage] === place).sort(order);
    if (own.length === 0) return [];
    const top = next;
    own.forEach((thread, at) => (thread[stage] = top + at * pitch));
    next = top + own.length * pitch + gap;
    return [{ place, top, count: own.length }];
  });
  return { bundles, height: next - gap + pitch };
}

/** The way of a line from one height to another, in a box that is 100 wide. */
export const curve = (from: number, to: number): string => `M0 ${from}C50 ${from} 50 ${to} 100 ${to}`;
