/** Before the scenarios: sees to the three browsers. */
import { ensureChromium, ensureFirefox, ensureWebKit } from '../browser.ts';

try {
  console.log(`Testing with ${ensureChromium()}, ${ensureFirefox()} and ${ensureWebKit().driver}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
