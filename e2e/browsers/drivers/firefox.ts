/** Firefox, through Puppeteer's WebDriver BiDi: the system's own Firefox, nothing patched. */
import puppeteer, { type BrowserContext, type ElementHandle, type KeyInput } from 'puppeteer-core';
import { ensureFirefox } from '../../browser.ts';
import type { Driver, Engine } from '../driver.ts';

export const firefox: Engine = {
  name: 'Firefox',
  async launch() {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: ensureFirefox(), headless: true });
    return { newWindow: async () => drive(await browser.createBrowserContext()), close: () => browser.close() };
  },
};

async function drive(context: BrowserContext): Promise<Driver> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error instanceof Error ? error.message : String(error)));
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    resize: (width, height) => page.setViewport({ width, height }),
    ask: (expression) => page.evaluate(expression),
    click: async (element) => ((await page.evaluateHandle(element)) as ElementHandle<Element>).click(),
    type: (words) => page.keyboard.type(words),
    press: async (keys) => {
      const names = keys.split('+') as KeyInput[];
      for (const name of names) await page.keyboard.down(name);
      for (const name of names.reverse()) await page.keyboard.up(name);
    },
    console: async () => said.splice(0),
    close: () => context.close(),
  };
}
