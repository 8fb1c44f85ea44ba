/** Chromium, through Playwright. */
import { chromium as playwrights, type Page } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../browser.ts';
import type { Driver, Engine } from '../driver.ts';

export const chromium: Engine = {
  name: 'Chromium',
  async launch() {
    const browser = await playwrights.launch({ executablePath: ensureChromium(), args: chromiumArguments });
    return { newWindow: async () => drive(await browser.newPage()), close: () => browser.close() };
  },
};

function drive(page: Page): Driver {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    resize: (width, height) => page.setViewportSize({ width, height }),
    ask: (expression) => page.evaluate(expression),
    click: async (element) => (await page.evaluateHandle<Element>(element)).asElement()!.click(),
    type: (words) => page.keyboard.type(words),
    press: (keys) => page.keyboard.press(keys),
    console: async () => said.splice(0),
    close: () => page.close(),
  };
}
