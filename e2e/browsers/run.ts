/** Tries each scenario in each engine. One engine alone: `npm run test:browsers -- --test-name-pattern=Firefox`. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { build } from '../builds.ts';
import type { Engine, RunningBrowser } from './driver.ts';
import { chromium } from './drivers/chromium.ts';
import { firefox } from './drivers/firefox.ts';
import { webkit } from './drivers/webkit.ts';
import { Reader, type Scenarios } from './reader.ts';
import { calculate } from './scenarios/calculate.ts';
import { offline } from './scenarios/offline.ts';
import { read } from './scenarios/read.ts';
import { search } from './scenarios/search.ts';
import { openSite } from './site.ts';

const engines = [chromium, firefox, webkit];
const hasWorker = existsSync(join(build.folder, 'sw.js'));
const scenarios: Scenarios = { ...read, ...search, ...calculate, ...(hasWorker ? offline : {}) };

const launched = new Map<Engine, Promise<RunningBrowser>>();
function browserOf(engine: Engine): Promise<RunningBrowser> {
  const browser = launched.get(engine) ?? engine.launch();
  launched.set(engine, browser);
  return browser;
}

// What the drivers started ends with this process, however it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
after(async () => {
  await Promise.allSettled([...launched.values()].map(async (browser) => (await browser).close()));
});

for (const [scenario, happens] of Object.entries(scenarios)) {
  describe(scenario, () => {
    for (const engine of engines) {
      it(engine.name, { timeout: 120_000 }, async () => {
        const browser = await browserOf(engine);
        const window = await browser.newWindow();
        const site = await openSite(engine.listensInPage);
        try {
          const reader = new Reader(window, site);
          await happens(reader, site);
          assert.deepEqual(await reader.console(), [], 'the console stays empty');
        } finally {
          await Promise.all([window.close(), site.stop()]);
        }
      });
    }
  });
}
