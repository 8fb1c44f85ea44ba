/** Copies the project, to build it with other content while the original stays as it is. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/**
 * Copies everything that a build reads into a folder and links the installed packages, without what builds keep beside
 * them: two copies that build at a time would take each other's entries for their own.
 * @param folder created where it does not exist
 */
export function copyProject(folder: string): void {
  for (const name of ['content', 'src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(join(project, name), join(folder, name), { recursive: true });
  const packages = join(project, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages).filter((name) => !/^\.(?!bin$)/.test(name)))
    symlinkSync(join(packages, name), join(folder, 'node_modules', name));
}
