// @ts-check
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readFileSync } from 'node:fs';
import { inlineScript, policyHash } from './src/appearance/script.ts';
import { buildSettings } from './src/build/settings.ts';
import { searchBundle } from './src/search/bundle.ts';

const { site, base, outDir } = buildSettings(process.env);
const script = ['appearance/appearance.ts', 'search/button.ts']
  .map((name) => readFileSync(new URL(`./src/${name}`, import.meta.url), 'utf8'))
  .join('');

export default defineConfig({
  ...(site && { site }),
  base,
  outDir,
  trailingSlash: 'always',
  // The default joins words across a line break between two inline elements.
  compressHTML: true,
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: 'prism' },
  integrations: [mdx(), ...(site ? [sitemap({ filter: (page) => !page.endsWith('/print/') })] : [])],
  vite: {
    plugins: [searchBundle()],
    build: {
      rolldownOptions: {
        onLog(level, log, handle) {
          // One for every MDX file, about a directive that Astro itself writes and reads.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [policyHash(inlineScript(script))],
      },
    },
  },
});
