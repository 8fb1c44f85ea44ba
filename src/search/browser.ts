/** What the browser loads when a reader shows that they want to search. */
import { loadEngine } from './engine.ts';

export { open } from './search-dialog.ts';
export { start } from './search-page.ts';

// Whoever asks first meets an error; here nobody waits yet.
loadEngine().catch(() => {});
