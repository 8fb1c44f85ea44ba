/** `npm start`: serves the built site on port 4321 or the next free one, or on `PORT`, and prints the address. */
import { resolve } from 'node:path';
import { realFolder, repair } from '../build/replace-site.ts';
import { buildSettings } from '../build/settings.ts';
import { serve, type RunningServer } from './server.ts';

async function start(): Promise<RunningServer> {
  const { base, outDir, port: wanted } = buildSettings(process.env);
  repair(realFolder(resolve(outDir)));
  if (wanted) return serve({ folder: outDir, base, port: wanted });
  for (let port = 4321; ; port += 1) {
    try {
      return await serve({ folder: outDir, base, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

try {
  const server = await start();
  console.log(`The guide is at ${server.url} (stop with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? `Port ${process.env['PORT']} is taken: set PORT to another one.` : (error as Error).message);
  process.exitCode = 1;
}
