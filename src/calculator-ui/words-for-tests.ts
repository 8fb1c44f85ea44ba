/** Words for tests: every thing is called by its id. */
import type { Words } from './words.ts';

export const words: Words = {
  question: (id) => `=${id}`,
  answer: (_, option) => option,
  reason: (question, option) => `${question}: ${option}`,
  condition: (question, option) => `${question} were ${option}`,
  otherwise: () => undefined,
  because: (question, option, of) => ({ text: `${question} ${option}.`, title: of, address: `/guide/${of}/` }),
  section: (id) => ({ title: id, address: `/guide/#${id}` }),
  feature: (id) => id,
  criterion: (id) => `${id}, "weighed"`,
  number: (name) => name,
  unit: () => 'person-days',
  page: (path) => path,
  calculator: '/calculator/',
  method: '/calculator/method/',
};
