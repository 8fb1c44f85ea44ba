import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './e2e/browser.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: 60_000,
  reporter: [['list', { printSteps: false }]],
  use: {
    launchOptions: { ...(executablePath && { executablePath }), args: chromiumArguments },
    trace: 'retain-on-failure',
    // Only the tests of reading without a network want the worker; in all others it would download the site once more.
    serviceWorkers: 'block',
  },
});
