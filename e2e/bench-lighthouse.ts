/**
 * `npm run bench:lighthouse`: what Lighthouse says about a page of each kind, as a phone, with the audits that fail.
 * Lighthouse is as large as everything else that this project installs, so it lives in a folder of its own, outside.
 * `PAGES` names some pages only (`guide/,faq/`).
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSettings } from '../src/build/settings.ts';
import { serve } from '../src/server/server.ts';
import { chromiumArguments, ensureChromium } from './browser.ts';
import { benchedPages } from './slow-phone.ts';

const version = '13.5.0';
const home = join(tmpdir(), `lighthouse-${version}`);
const command = join(home, 'node_modules/lighthouse/cli/index.js');

/** What we read of a report. Scores go from 0 to 1; null is for audits that have none. */
interface Report {
  categories: Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

if (!existsSync(command)) {
  console.log(`Installing Lighthouse ${version} in ${home}.`);
  execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `lighthouse@${version}`], {
    stdio: 'inherit',
  });
}
const { outDir, base } = buildSettings(process.env);
const server = await serve({ folder: outDir, base });
try {
  const failing: string[] = [];
  for (const [at, page] of benchedPages.entries()) {
    const { categories, audits } = await report(server.url + page);
    const scores = Object.values(categories).map(({ score }) => Math.round((score ?? 0) * 100));
    if (at === 0) {
      const titles = Object.values(categories).map(({ title }) => title);
      console.log(`| page | ${titles.join(' | ')} |`);
      console.log(`| --- |${' ---: |'.repeat(titles.length)}`);
    }
    console.log(`| /${page} | ${scores.join(' | ')} |`);
    for (const [category, { score, auditRefs }] of Object.entries(categories)) {
      if (score === 1) continue;
      for (const { id, weight } of auditRefs) {
        const audit = audits[id]!;
        if (weight > 0 && audit.score !== null && audit.score < 1)
          failing.push(`/${page}, ${category}: ${audit.title} (${id}) ${audit.displayValue ?? ''}`.trimEnd());
      }
    }
  }
  console.log(failing.length > 0 ? `\nWhat keeps a page from 100:\n${failing.join('\n')}` : '\nNo audit fails.');
} finally {
  await server.close();
}

async function report(address: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      command,
      address,
      '--quiet',
      '--no-enable-error-reporting',
      '--output=json',
      `--chrome-flags=--headless=new ${chromiumArguments.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: ensureChromium() }, maxBuffer: 2 ** 27 },
  );
  return JSON.parse(stdout) as Report;
}
