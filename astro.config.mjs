// @ts-check
import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { policyHash } from './src/appearance/script.ts';
import { checkContent } from './src/integrations/check-content.ts';
import { scriptBundle } from './src/build/script-bundle.ts';
import { buildingFolder, realFolder } from './src/build/replace-site.ts';
import { buildSettings } from './src/build/settings.ts';
import { compressedCopies } from './src/integrations/compressed-copies.ts';
import { checkedOutput } from './src/integrations/checked-output.ts';
import { headers } from './src/integrations/headers.ts';
import { outputFolder } from './src/integrations/output-folder.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { pageScript } from './src/layouts/page-script.ts';

const { site, base, outDir, offline, feedback, publisher } = buildSettings(process.env);
const folder = realFolder(resolve(outDir));

export default defineConfig({
  ...(site && { site }),
  base,
  // Beside the last site, which stays until this one is complete.
  outDir: buildingFolder(folder),
  trailingSlash: 'always',
  // The default joins words across a line break between two inline elements.
  compressHTML: true,
  // Beyond the default of one page at a time, a page is rendered while others are being written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  markdown: { syntaxHighlight: 'prism' },
  integrations: [
    checkContent(),
    mdx(),
    ...(site
      ? [sitemap({ filter: (page) => !/\/(print|offline|offline\/not-kept|embed\/calculator)\/$/.test(page) })]
      : []),
    // In this order: each reads what those before it wrote.
    checkedOutput({ site, base }),
    compressedCopies(),
    serviceWorker({ offline }),
    headers({ base }),
    outputFolder(folder),
  ],
  vite: {
    plugins: [
      scriptBundle({ name: 'search', entry: 'src/search/ui/browser.ts', base }),
      scriptBundle({ name: 'offline', entry: 'src/offline/register.ts', base }),
      scriptBundle({ name: 'typefaces', entry: 'src/fonts/arrival.ts', base }),
    ],
    worker: { format: 'es' },
    // What every page does once it is read and the filter of the table can wait; in the page they would keep every
    // reader waiting.
    build: {
      assetsInlineLimit: (file) => (/Base|compare/.test(file) ? false : undefined),
      rolldownOptions: {
        // Astro marks each MDX file with a directive that only its own plugins read: a hundred warnings about nothing.
        onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      },
    },
    define: {
      'import.meta.env.OFFLINE': String(offline),
      'import.meta.env.FEEDBACK_URL': JSON.stringify(feedback ?? ''),
      'import.meta.env.PUBLISHER': JSON.stringify(publisher ?? ''),
      'import.meta.env.PAGE_SCRIPT': JSON.stringify(pageScript),
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
        // What may become code by its address: the service worker, and the worker of the calculator.
        'trusted-types offline-worker calculator-worker',
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [policyHash(pageScript)],
      },
    },
  },
});
