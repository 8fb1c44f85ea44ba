/** Before the tests in the browser: sees to a browser and makes the builds. */
import { ensureChromium } from './browser.ts';
import { builds, makeBuild, type BuildName } from './builds.ts';
import { ensureWebServers } from './web-servers.ts';

ensureWebServers();
console.log(`Testing with ${ensureChromium()}`);
for (const name of Object.keys(builds) as BuildName[]) makeBuild(name);
