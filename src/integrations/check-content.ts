import type { AstroIntegration } from 'astro';
import { contentProblems, report } from '../entries/check-content.ts';

/**
 * Adds the check of the content. A build stops before it begins where something is wrong; while writing, what is wrong
 * is told in the terminal and over the page, and goes away once it is mended.
 */
export function checkContent(): AstroIntegration {
  return {
    name: 'check-content',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'build') return;
        const problems = await contentProblems();
        // What is wrong stands in the content, so where this code was says nothing to an author.
        if (problems.length > 0) throw Object.assign(new Error(report(problems)), { stack: '' });
      },
      'astro:server:setup': async ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        const check = async () => {
          const problems = await contentProblems();
          if (problems.length === 0) return;
          logger.error(report(problems));
          server.ws.send({ type: 'error', err: { message: report(problems), stack: '' } });
        };
        server.watcher.on('all', (_event, file) => {
          if (!file.replaceAll('\\', '/').includes('/content/')) return;
          clearTimeout(waiting);
          // Editors save in several steps.
          waiting = setTimeout(() => void check(), 300);
        });
        await check();
      },
    },
  };
}
