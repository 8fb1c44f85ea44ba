/** Before the tests in the browser: sees to a browser and makes the builds. */
import { execFileSync } from 'node:child_process';
import { ensureChromium } from './browser.ts';
import { builds } from './builds.ts';

console.log(`Testing with ${ensureChromium()}`);
for (const { folder, environment } of Object.values(builds)) {
  const { SITE_URL: _host, BASE_PATH: _base, ...inherited } = process.env;
  execFileSync('npm', ['run', 'build'], { env: { ...inherited, ...environment, OUT_DIR: folder }, stdio: 'inherit' });
}
