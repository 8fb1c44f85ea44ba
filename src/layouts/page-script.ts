import { readFileSync } from 'node:fs';
import { inlineScript } from '../appearance/script.ts';

const parts = ['fonts/typefaces.ts', 'appearance/appearance.ts'];

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/**
 * What a page needs as script before it is drawn, made short once for all of them. Its hash stands in the policy. What
 * can wait until the page is read comes in a file: `after-parsing.ts`.
 */
export const pageScript = inlineScript(parts.map(read).join(''));
