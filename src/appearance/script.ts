/** Turns the script that stands in every page into what the page carries, and hashes it for the Content-Security-Policy. */
import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';

/** The script as plain JavaScript, as short as it gets. */
export function inlineScript(source: string): string {
  return transformSync(source, { loader: 'ts', minify: true, target: 'es2022' }).code.trim();
}

/** Astro hashes the scripts that it bundles, but none that stands in the page as it is. */
export function policyHash(script: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
