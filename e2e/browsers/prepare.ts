/** Before the sentences: sees to the three browsers and makes the build that they read. */
import { ensureChromium, ensureFirefox, ensureWebKit } from '../browser.ts';
import { makeBuild } from '../builds.ts';

try {
  console.log(`Testing with ${ensureChromium()}, ${ensureFirefox()} and ${ensureWebKit().driver}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
makeBuild('plain');
