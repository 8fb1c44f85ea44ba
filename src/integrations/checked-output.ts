/**
 * Reads every finished page once and stops the build on what nobody should publish: links and anchors that lead
 * nowhere, a control without a name, and a word such as "undefined" in any output. On the way it leaves each page the
 * styles that it uses, and the hashes of its own styles and scripts.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'node-html-parser';
import { brokenLinks, linkedPage } from './links.ts';
import { strayWordIn, unnamedControls } from './lost-values.ts';
import { withOwnHashes } from './policy.ts';
import { stylesCutter } from './used-styles.ts';

/**
 * @param site the host of the site, where it is known
 * @param base the folder that the site is served from, with a slash at both ends
 */
export function checkedOutput({ site, base }: { site: string | undefined; base: string }): AstroIntegration {
  return {
    name: 'checked-output',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const problems: string[] = [];
        const withUsedStyles = stylesCutter(
          new Map(
            globSync('*.js', { cwd: join(folder, '_astro') }).map((file) => [
              file,
              readFileSync(join(folder, '_astro', file), 'utf8'),
            ]),
          ),
        );
        const pages = globSync('**/*.html', { cwd: folder }).map((name) => {
          const path = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
          const html = readFileSync(join(folder, name), 'utf8');
          const page = parse(html, { comment: false, blockTextElements: { script: true, style: true } });
          writeFileSync(join(folder, name), withUsedStyles(withOwnHashes(html, page, path), page));
          const linked = linkedPage(path, page);
          problems.push(...unnamedControls(page).map((control) => `${path}: ${control} has no name`));
          for (const code of page.querySelectorAll('script, style')) code.remove();
          problems.push(...strayWordIn(page.outerHTML).map((found) => `${path}: ${found}`));
          return linked;
        });
        for (const name of globSync('**/*.{csv,json,md,txt,xml}', { cwd: folder }))
          problems.push(...strayWordIn(readFileSync(join(folder, name), 'utf8')).map((found) => `/${name}: ${found}`));
        problems.push(...brokenLinks(pages, { site, base }, (path) => existsSync(join(folder, path))));
        if (problems.length > 0) {
          const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
          throw new Error(`The finished site has ${count}:\n${problems.map(withSource).join('\n')}`);
        }
        logger.info(`${pages.length} pages for ${site ?? ''}${base}: every link leads somewhere`);
        if (!site)
          logger.info(
            'SITE_URL is not set: no sitemap, feed, pictures, canonical addresses or other absolute addresses were written.',
          );
      },
    },
  };
}

/** A problem with the file that the page was made of, where it is one. */
function withSource(problem: string): string {
  const [, first, second] = /^\/([^/:]+)\/(?:([^/:]+)\/)?:/.exec(problem) ?? [];
  const collection = first === 'guide' ? 'chapters' : first;
  const file = second ? `content/${collection}/${second}.mdx` : `content/pages/${first}.mdx`;
  if (!first || !existsSync(file)) return problem;
  return `${problem} (${file}${collection === 'chapters' ? ' or a section of it' : ''})`;
}
