/**
 * Builds a script as a file of its own. Astro would load a script that imports others with every page; these wait for
 * the reader, so pages only state their address. The file is named after what is in it.
 */
import { join, relative } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

const project = join(import.meta.dirname, '../..');

export interface ScriptBundle {
  /** The name of the file, before its hash. */
  name: string;
  /** The script that the file begins with, from the project's root. */
  entry: string;
  /** The folder that the site is served from: scripts make addresses too. */
  base: string;
}

/** A Vite plugin that makes the script and puts its path into `import.meta.env.<NAME>_SCRIPT`. */
export function scriptBundle({ name, entry, base }: ScriptBundle): Plugin {
  const file = join(project, entry);
  // Pages print the name, so the file is made before they are.
  let making: Promise<Rollup.RollupOutput['output']> | undefined;
  const made = () => (making ??= bundle(name, file, base));
  return {
    name: `${name}-script`,
    async config(_, { command }) {
      const path = command === 'serve' ? relative(project, file) : (await made())[0].fileName;
      return { define: { [`import.meta.env.${name.toUpperCase()}_SCRIPT`]: JSON.stringify(`/${path}`) } };
    },
    async buildStart() {
      if (this.environment.mode !== 'build' || this.environment.name !== 'client') return;
      for (const part of await made())
        this.emitFile({
          type: 'asset',
          fileName: part.fileName,
          source: part.type === 'chunk' ? part.code : part.source,
        });
    },
  };
}

/** Every file that the script is made of, the one that it begins with first. */
async function bundle(name: string, file: string, base: string): Promise<Rollup.RollupOutput['output']> {
  const made = (await build({
    root: project,
    base,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      assetsDir: '_astro',
      modulePreload: false,
      rollupOptions: {
        input: { [name]: file },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '_astro/[name].[hash].js' },
      },
    },
  })) as Rollup.RollupOutput;
  return made.output;
}
