/** The line between a browser and a server, which a test can watch, cut, or let hang. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { serve, type RunningServer, type ServerOptions } from '../src/server/server.ts';

export class Line {
  /** The address of the home page. It stays the same whatever is at the other end. */
  url = '';
  /** How many bytes came over the line. */
  bytes = 0;
  /** The paths that were asked for, without their query. */
  asked: string[] = [];
  #state: 'open' | 'cut' | 'hanging' = 'open';
  #server: RunningServer | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #entrance = createServer((browser) => this.#connect(browser));

  /** Opens a line to a built site. */
  static async to(site: ServerOptions): Promise<Line> {
    const line = new Line();
    await new Promise<void>((resolve) => line.#entrance.listen(0, '127.0.0.1', resolve));
    await line.lead(site);
    return line;
  }

  /** Leads to another built site from now on, below the same address. */
  async lead(site: ServerOptions): Promise<void> {
    await this.#server?.close();
    this.#server = await serve(site);
    const { port } = this.#entrance.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}${new URL(this.#server.url).pathname}`;
    this.mend();
  }

  /** From now on nothing gets through, and whoever tries is told so at once. */
  cut(): void {
    this.#state = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /** From now on nothing gets through, and whoever tries waits. */
  hang(): void {
    this.#state = 'hanging';
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#state = 'open';
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await Promise.all([this.#server?.close(), new Promise((resolve) => this.#entrance.close(resolve))]);
  }

  #connect(browser: Socket): void {
    this.#sockets.add(browser);
    browser.on('error', () => {}).on('close', () => this.#sockets.delete(browser));
    if (this.#state === 'cut') browser.destroy();
    if (this.#state !== 'open') return;
    const server = connect(Number(new URL(this.#server!.url).port), '127.0.0.1');
    browser.on('data', (data) => {
      for (const [, path] of data.toString('latin1').matchAll(/^GET ([^ ?]+)/gm)) this.asked.push(path!);
    });
    server.on('data', (data) => (this.bytes += data.length)).on('error', () => browser.destroy());
    browser.on('close', () => server.destroy());
    browser.pipe(server).pipe(browser);
  }
}
