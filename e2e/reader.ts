/** A reader at the built site. Anything written to the console fails a test that opens a page. */
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../src/server/server.ts';
import { build } from './builds.ts';

interface Site {
  /** The address of the home page. */
  url: string;
}

export const test = base.extend<{ page: Page }, { site: Site }>({
  site: [
    async ({}, use) => {
      const server = await serve(build);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    const said: string[] = [];
    page.on('console', (message) => {
      // The browser itself reports the status of a page that is not found.
      const expected = message.text().includes('status of 404') && message.location().url === page.url();
      // Said by the test runner itself where a test has no use for the worker.
      const blocked = message.text().startsWith('Service Worker registration blocked');
      // Said of what the search fetches ahead where the machine is so busy that a few seconds do not suffice to use it.
      const ahead = /(pagefind|search)\/.* was preloaded using link preload but not used/.test(message.text());
      if (!expected && !blocked && !ahead) said.push(message.text());
    });
    page.on('pageerror', (error) => {
      // Said by the browser, with scripts off too, where a busy machine shows a page before its transition can begin.
      if (!error.message.startsWith('Transition was aborted')) said.push(error.message);
    });
    await use(page);
    expect(said, 'the console stays empty').toEqual([]);
  },
});

export { expect };

/** The test runner's questions to a page count as a reader's touch. From now on they do not. */
export const untouched = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } }));
