import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './e2e/browser.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  // Its own pattern would also load the tests of Node, whose builds then ran beside the browser.
  testMatch: '*.spec.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // More than there are processors: half of a test is waiting for a page to settle.
  workers: 4,
  // A test that hangs fails within a minute. One that has more to do says so with `test.slow()`, and why.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArguments },
    // A trace of every test would make the suite four times as slow; `playwright test NAME --trace on` records one.
    screenshot: 'only-on-failure',
    // Only the tests of reading without a network want the worker; in all others it would download the site once more.
    serviceWorkers: 'block',
  },
});
