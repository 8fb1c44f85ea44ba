import { readFileSync } from 'node:fs';
import { inlineScript } from '../appearance/script.ts';

const parts = ['fonts/typefaces.ts', 'appearance/appearance.ts', 'search/ui/button.ts', 'offline/start.ts'];

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** What stands in every page as script, made short once for all of them. Its hash stands in the policy. */
export const pageScript = inlineScript(parts.map(read).join(''));
