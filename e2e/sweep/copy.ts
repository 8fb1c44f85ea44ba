/** A copy of the project to build, with its content or its settings changed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from '../../src/build/copy-project.ts';

/** The environment of a build whose settings nobody set. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { SITE_URL: _host, BASE_PATH: _base, OUT_DIR: _out, ...environment } = process.env;
  return environment;
}

/** What a build ended with, and all that it wrote. */
export interface Outcome {
  code: number | null;
  output: string;
}

export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), 'guide-copy-'));

  constructor() {
    copyProject(this.folder);
  }

  /** Changes a file. @throws when that changes nothing */
  change(name: string, change: (text: string) => string): void {
    const before = this.read(name);
    const changed = change(before);
    if (changed === before) throw new Error(`the change to ${name} changes nothing`);
    this.write(name, changed);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Starts a build with these settings alone. */
  start(settings: Record<string, string> = {}): { build: ChildProcess; output: () => string } {
    const build = spawn('node_modules/.bin/astro', ['build'], {
      cwd: this.folder,
      env: { ...plainEnvironment(), ...settings },
    });
    let output = '';
    for (const stream of [build.stdout, build.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    return { build, output: () => output };
  }

  async build(settings?: Record<string, string>): Promise<Outcome> {
    const { build, output } = this.start(settings);
    const [code] = (await once(build, 'close')) as [number | null];
    return { code, output: output() };
  }

  /** Every file of the built site with a hash of its content. */
  site(): Record<string, string> {
    const root = join(this.folder, 'dist');
    return Object.fromEntries(
      globSync('**/*.*', { cwd: root })
        .sort()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(root, name)))
            .digest('hex'),
        ]),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
