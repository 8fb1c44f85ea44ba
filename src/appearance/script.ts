/** Turns the appearance script into what the page carries, and hashes it for the Content-Security-Policy. */
import { createHash } from 'node:crypto';
import typescript from 'typescript';

/** The script as plain JavaScript, without types, comments or indentation. */
export function inlineScript(source: string): string {
  return typescript
    .transpileModule(source, {
      compilerOptions: { target: typescript.ScriptTarget.ES2022, removeComments: true },
    })
    .outputText.replace(/\n\s*/g, '\n')
    .trim();
}

/** Astro hashes the scripts that it bundles, but none that stands in the page as it is. */
export function policyHash(script: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
