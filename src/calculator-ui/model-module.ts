/** Puts the calculator's model into its script, so that words, numbers and code always come from one build. */
import type { Plugin } from 'vite';
import { publishedModel } from '../calculator/content-files.ts';

const name = 'virtual:calculator-model';

/** A Vite plugin that provides the module `virtual:calculator-model`. */
export function modelModule(): Plugin {
  return {
    name: 'calculator-model',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const model = ${JSON.stringify(publishedModel())};` : undefined),
  };
}
