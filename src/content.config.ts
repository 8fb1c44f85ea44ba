/** The collections of the content. What stands in each is told in `entries/schema/`. */
import { defineCollection } from 'astro:content';
import { readdirSync, readFileSync } from 'node:fs';
import { file, glob, type Loader } from 'astro/loaders';
import { parseFile, readYaml } from './entries/files.ts';
import { kinds, type Collection } from './entries/schema/index.ts';

/** Astro keeps parsed entries from build to build; a changed schema must read them anew. */
const schemaFolder = 'src/entries/schema';
const schemaText = readdirSync(schemaFolder)
  .map((name) => readFileSync(`${schemaFolder}/${name}`, 'utf8'))
  .join('');

/** Astro's loader for the files of a kind, with the data as our own reader reads it. */
function loaderOf(collection: Collection): Loader {
  const { files } = kinds[collection];
  if (!files.includes('*')) return file(`content/${files}`, { parser: (text) => readYaml(text) as never });
  const [before, after] = files.split('*') as [string, string];
  const loader = glob({
    base: './content',
    pattern: files,
    generateId: ({ entry }) => entry.slice(before.length, -after.length),
  });
  return {
    ...loader,
    load: (context) =>
      loader.load({
        ...context,
        generateDigest: (text) => context.generateDigest(`${schemaText}${JSON.stringify(text)}`),
        parseData: ({ filePath, ...entry }) =>
          context.parseData({
            ...entry,
            data: parseFile(filePath!, readFileSync(filePath!, 'utf8')).data as typeof entry.data,
            filePath: filePath!,
          }),
      }),
  };
}

export const collections = {
  chapters: defineCollection({ loader: loaderOf('chapters'), schema: kinds.chapters.schema }),
  sections: defineCollection({ loader: loaderOf('sections'), schema: kinds.sections.schema }),
  'use-cases': defineCollection({ loader: loaderOf('use-cases'), schema: kinds['use-cases'].schema }),
  faq: defineCollection({ loader: loaderOf('faq'), schema: kinds.faq.schema }),
  pages: defineCollection({ loader: loaderOf('pages'), schema: kinds.pages.schema }),
  claims: defineCollection({ loader: loaderOf('claims'), schema: kinds.claims.schema }),
  sources: defineCollection({ loader: loaderOf('sources'), schema: kinds.sources.schema }),
  capabilities: defineCollection({ loader: loaderOf('capabilities'), schema: kinds.capabilities.schema }),
  glossary: defineCollection({ loader: loaderOf('glossary'), schema: kinds.glossary.schema }),
  paths: defineCollection({ loader: loaderOf('paths'), schema: kinds.paths.schema }),
  releases: defineCollection({ loader: loaderOf('releases'), schema: kinds.releases.schema }),
  examples: defineCollection({ loader: loaderOf('examples'), schema: kinds.examples.schema }),
  runs: defineCollection({ loader: loaderOf('runs'), schema: kinds.runs.schema }),
  measurements: defineCollection({ loader: loaderOf('measurements'), schema: kinds.measurements.schema }),
  studies: defineCollection({ loader: loaderOf('studies'), schema: kinds.studies.schema }),
  'study-runs': defineCollection({ loader: loaderOf('study-runs'), schema: kinds['study-runs'].schema }),
  counts: defineCollection({ loader: loaderOf('counts'), schema: kinds.counts.schema }),
  conclusions: defineCollection({ loader: loaderOf('conclusions'), schema: kinds.conclusions.schema }),
  decisions: defineCollection({ loader: loaderOf('decisions'), schema: kinds.decisions.schema }),
  'calculator-criteria': defineCollection({
    loader: loaderOf('calculator-criteria'),
    schema: kinds['calculator-criteria'].schema,
  }),
  'calculator-questions': defineCollection({
    loader: loaderOf('calculator-questions'),
    schema: kinds['calculator-questions'].schema,
  }),
  'calculator-features': defineCollection({
    loader: loaderOf('calculator-features'),
    schema: kinds['calculator-features'].schema,
  }),
  'calculator-assumptions': defineCollection({
    loader: loaderOf('calculator-assumptions'),
    schema: kinds['calculator-assumptions'].schema,
  }),
  'calculator-presets': defineCollection({
    loader: loaderOf('calculator-presets'),
    schema: kinds['calculator-presets'].schema,
  }),
  'calculator-personas': defineCollection({
    loader: loaderOf('calculator-personas'),
    schema: kinds['calculator-personas'].schema,
  }),
  'calculator-choices': defineCollection({
    loader: loaderOf('calculator-choices'),
    schema: kinds['calculator-choices'].schema,
  }),
  'calculator-trial': defineCollection({
    loader: loaderOf('calculator-trial'),
    schema: kinds['calculator-trial'].schema,
  }),
  topics: defineCollection({ loader: loaderOf('topics'), schema: kinds.topics.schema }),
};
