/**
 * Breaks the calculator in one small way after another; each time a test must fail. Run as `npm run mutation`, with the
 * names of modules to break only those. What is left unnoticed is listed; fewer than nine of ten noticed is a failure.
 */
import { Stryker } from '@stryker-mutator/core';

/** Who must notice: the tests of each module, those first that notice most at the least cost. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  random: ['random'],
  model: ['model', 'symmetries'],
  'from-content': ['model'],
  answers: ['answers', 'fit'],
  cost: ['cost', 'personas'],
  fit: ['fit', 'personas', 'uncertainty'],
  evaluate: ['fit', 'cost', 'personas'],
  sensitivity: ['sensitivity'],
  uncertainty: ['uncertainty', 'symmetries'],
  address: ['address'],
  'verdict-words': ['verdict-words'],
  trial: ['trial'],
  fairness: ['fairness'],
};
const lowest = 0.9;
const results = 'test-results/mutation';

// Properties need fewer cases here: what is broken is broken for most answers.
process.env['CALCULATOR_CASES'] ??= '8';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(testsOf, name));
if (unknown.length > 0) {
  console.error(`There is no module ${unknown.join(', ')}. There are ${Object.keys(testsOf).join(', ')}.`);
  process.exit(1);
}

const rows: { module: string; broken: number; noticed: number; score: string }[] = [];
for (const module of chosen.length > 0 ? chosen : Object.keys(testsOf)) {
  const { broken, noticed } = await breakModule(module);
  rows.push({ module, broken, noticed, score: `${((100 * noticed) / broken).toFixed(1)} %` });
}
console.table(rows);
const sum = (part: 'broken' | 'noticed') => rows.reduce((total, row) => total + row[part], 0);
console.log(`${sum('noticed')} of ${sum('broken')} noticed: ${((100 * sum('noticed')) / sum('broken')).toFixed(1)} %`);
if (sum('noticed') / sum('broken') < lowest) process.exitCode = 1;

async function breakModule(module: string) {
  const mutants = await new Stryker({
    plugins: ['@stryker-mutator/tap-runner'],
    testRunner: 'tap',
    tap: {
      testFiles: testsOf[module]!.map((name) => `src/calculator/${name}.test.ts`),
      nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
      forceBail: true,
    },
    mutate: [`src/calculator/${module}.ts`],
    ignorePatterns: ['**', '!package.json', '!src/calculator/**', '!content/calculator/**'],
    // Node leaves types alone, so nothing needs to be switched off.
    disableTypeChecks: false,
    coverageAnalysis: 'perTest',
    // A slow machine must not pass for an endless loop.
    timeoutMS: 120_000,
    dryRunTimeoutMinutes: 30,
    concurrency: 2,
    // The type checker passes over folders with a dot.
    tempDirName: `${results}/.${module}`,
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false },
    // What neither the module nor its tests have changed since need not be tried again.
    incremental: true,
    incrementalFile: `${results}/${module}.json`,
  }).runMutationTest();
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return { noticed, broken: noticed + count('Survived', 'NoCoverage') };
}
