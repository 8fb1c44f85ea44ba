/** WebKit: WebKitGTK's MiniBrowser, through WebKitWebDriver, on a screen that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import getPort from 'get-port';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { ensureWebKit } from '../../browser.ts';
import type { Driver, Engine } from '../driver.ts';
import { hearPage } from '../site.ts';

export const webkit: Engine = {
  name: 'WebKit',
  listensInPage: true,
  async launch() {
    const paths = ensureWebKit();
    const children: ChildProcess[] = [];
    // The browser is a child of its driver, so the whole group ends, even when this process is ended.
    const close = async () => {
      process.off('exit', close);
      for (const child of children.splice(0)) if (child.exitCode === null) process.kill(-child.pid!);
    };
    process.once('exit', close);
    try {
      const screen = spawn(paths.screen, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
        detached: true,
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      children.push(screen);
      const [display] = await once(screen.stdio[3]!, 'data');
      const port = await getPort({ host: '127.0.0.1' });
      const env = {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        LIBGL_ALWAYS_SOFTWARE: '1',
        NO_AT_BRIDGE: '1',
      };
      children.push(spawn(paths.driver, [`--port=${port}`], { detached: true, stdio: 'ignore', env }));
      await listening(port);
      // The driver keeps one session at a time; a new one is a new browser. Told to wait for pages, it may wait for
      // ever: with "eager" it misses that a page of this site is there.
      const newWindow = async () => {
        const browser = await new Builder()
          .disableEnvironmentOverrides()
          .usingServer(`http://127.0.0.1:${port}`)
          .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', pageLoadStrategy: 'none' }))
          .build();
        // A question that meets a page on its way out is never answered; who asks again is.
        await browser.manage().setTimeouts({ script: 5_000 });
        return drive(browser);
      };
      return { newWindow, close };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

const keyNames: Record<string, string> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  Control: Key.CONTROL,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
};

function drive(browser: WebDriver): Driver {
  return {
    open: async (url) => {
      const before = await browser.executeScript('return performance.timeOrigin');
      await browser.get(url);
      await browser.wait(async () => {
        const now = await browser.executeScript<Visit>(`return (${visit})()`).catch(() => undefined);
        return now?.ready && now.began !== before && now.url === url;
      }, 60_000);
    },
    resize: async (width, height) => {
      // The driver sizes the window with its frame.
      const window = browser.manage().window();
      const outer = await window.getRect();
      const inner = await browser.executeScript<[number, number]>('return [innerWidth, innerHeight]');
      const frame = { width: outer.width - inner[0], height: outer.height - inner[1] };
      await window.setRect({ x: 0, y: 0, width: width + frame.width, height: height + frame.height });
    },
    ask: (expression) => browser.executeScript(`return ${expression}`),
    click: async (element) => {
      const found = await browser.executeScript<WebElement>(`return ${element}`);
      // The driver does not wait for a smooth scroll.
      await browser.executeScript('arguments[0].scrollIntoView({ behavior: "instant", block: "center" })', found);
      await found.click();
    },
    type: (words) => browser.actions().sendKeys(words).perform(),
    press: async (keys) => {
      const names = keys.split('+').map((name) => keyNames[name] ?? name);
      const actions = browser.actions();
      for (const name of names) actions.keyDown(name);
      for (const name of names.toReversed()) actions.keyUp(name);
      await actions.perform();
    },
    console: () => browser.executeScript<string[]>(`return (${hearPage})()`),
    close: () => browser.quit(),
  };
}

interface Visit {
  url: string;
  /** When the page was asked for. */
  began: number;
  /** Whether the page and its scripts are read. */
  ready: boolean;
}

/** Runs in the page. */
function visit(): Visit {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    url: location.href,
    began: performance.timeOrigin,
    ready: navigation!.domContentLoadedEventEnd > 0,
  };
}

/** Waits until something answers on a port. */
async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await pause(100);
  }
  throw new Error('WebKitWebDriver does not answer');
}
