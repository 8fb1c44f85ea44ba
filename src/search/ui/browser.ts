/** What the browser loads when a reader shows that they want to search. */
import { loadEngine } from './load.ts';

export { open } from './dialog.ts';
export { start } from './page.ts';

// Whoever asks first meets an error; here nobody waits yet.
loadEngine().catch(() => {});
