/** Before the tests of the built site: sees to a browser and makes the build. */
import { ensureChromium } from './browser.ts';
import { makeBuild } from './builds.ts';

console.log(`Testing with ${ensureChromium()}`);
makeBuild();
