/** For tests: addresses as links are that were cut, mistyped or made up. */
import type { Model } from '../calculator/model.ts';
import { seeded } from '../calculator/random.ts';

/** So many queries of valid parts, damaged parts and scraps, always the same. */
export function damagedAddresses(model: Model, count: number): string[] {
  const draw = seeded(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!;
  const scraps = ['', '%', '%00', '__proto__', 'constructor', '<b>', '💥', 'ا', '1e9', '-1', 'NaN', 'a'.repeat(50)];
  const part = () => {
    const question = pick(model.questions);
    return pick([
      () => `${question.id}=${pick(question.options).id}`,
      () => `${question.id}=${pick(scraps)}`,
      () =>
        `first=${model.features
          .filter(() => draw() < 0.4)
          .map(({ id }) => id)
          .join('.')}`,
      () => `later=${pick(model.features).id}.${pick(scraps)}`,
      () => `w=${model.criteria.map(() => Math.floor(draw() * 120)).join('-')}`,
      () => `x.${pick(Object.keys(model.assumptions))}=${pick(['0,0,0', '1,2,3', '3,2,1', '9,9', '1,2,9999'])}`,
      // As little as can be of everything, or as much.
      () =>
        Object.keys(model.assumptions)
          .map((name) => `x.${name}=${pick(['0,0,0', '9999,9999,9999'])}`)
          .join('&'),
      () => `s.${question.id}.${pick(question.options).id}=${Math.floor(draw() * 130)},50,50`,
      () => `${pick(scraps)}=${pick(scraps)}`,
      () => `m=${pick(['0', '1', '2', '3', 'x'])}`,
      () => `b=${pick(scraps)}`,
    ])();
  };
  return Array.from({ length: count }, () => Array.from({ length: Math.floor(draw() * 12) }, part).join('&'));
}
