import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './e2e/browser.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // Against a test that hangs, not a limit on speed: a busy machine is many times slower than a quiet one.
  timeout: 1_200_000,
  expect: { timeout: 30_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArguments },
    // A trace of every test would make the suite four times as slow; `playwright test NAME --trace on` records one.
    screenshot: 'only-on-failure',
    // Only the tests of reading without a network want the worker; in all others it would download the site once more.
    serviceWorkers: 'block',
  },
});
