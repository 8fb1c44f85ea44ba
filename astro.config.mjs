// @ts-check
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { policyHash } from './src/appearance/script.ts';
import { entriesAtOnce } from './src/build/entries-at-once.ts';
import { scriptBundle } from './src/build/script-bundle.ts';
import { buildSettings } from './src/build/settings.ts';
import { modelModule } from './src/calculator-ui/model-module.ts';
import { compressedCopies } from './src/integrations/compressed-copies.ts';
import { checkedOutput } from './src/integrations/checked-output.ts';
import { headers } from './src/integrations/headers.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { pageScript } from './src/layouts/page-script.ts';

const { site, base, outDir, offline, feedback } = buildSettings(process.env);

export default defineConfig({
  ...(site && { site }),
  base,
  outDir,
  trailingSlash: 'always',
  // The default joins words across a line break between two inline elements.
  compressHTML: true,
  // Beyond the default of one page at a time, a page is rendered while others are being written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  markdown: { syntaxHighlight: 'prism' },
  integrations: [
    mdx(),
    ...(site ? [sitemap({ filter: (page) => !/\/(print|offline|embed\/calculator)\/$/.test(page) })] : []),
    // In this order: each reads what those before it wrote.
    checkedOutput({ site, base }),
    compressedCopies(),
    serviceWorker({ offline }),
    headers({ base }),
  ],
  vite: {
    plugins: [
      entriesAtOnce(),
      scriptBundle({
        name: 'search',
        entry: 'src/search/ui/browser.ts',
        sources: [
          'src/search/**/*.ts',
          'src/styles/components/search.css',
          'src/{site,vocabulary}.ts',
          'package-lock.json',
        ],
      }),
      modelModule(),
      scriptBundle({
        name: 'calculator',
        entry: 'src/calculator-ui/browser.ts',
        sources: ['src/calculator-ui/*.ts', 'src/calculator/*.ts', 'content/calculator/*/*.yaml'],
      }),
      scriptBundle({
        name: 'offline',
        entry: 'src/offline/offer.ts',
        sources: ['src/offline/*.ts', 'src/styles/components/new-version.css'],
      }),
    ],
    define: {
      'import.meta.env.OFFLINE': String(offline),
      'import.meta.env.FEEDBACK_URL': JSON.stringify(feedback ?? ''),
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
        // The one thing that may become code by its address: the service worker.
        'trusted-types offline-worker',
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [policyHash(pageScript)],
      },
    },
  },
});
