import { readFileSync } from 'node:fs';
import { inlineScript } from '../appearance/script.ts';

const parts = ['fonts/typefaces.ts', 'appearance/appearance.ts', 'search/view/button.ts', 'offline/register.ts'];

/** What stands in every page as script, made short once for all of them. Its hash stands in the policy. */
export const pageScript = inlineScript(
  parts.map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')).join(''),
);
