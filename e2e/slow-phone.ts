/** The reader that the benchmarks measure for: a slow phone on a slow network. */
import type { Page } from '@playwright/test';
import { kinds } from './builds.ts';

/** The pages that benchmarks open: one of each kind, or those that `PAGES` names. */
export const benchedPages = process.env['PAGES']?.split(',') ?? [
  ...new Set([...kinds, 'calculator/', 'embed/calculator/']),
];

/** How many times slower the processor is than the one that the benchmark runs on. */
export const slowdown = 4;

const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
export const conditions = `slow 4G (1.6 Mbit/s, 150 ms), processor ${slowdown}x slower`;

/** From now on the page has a slow network and a slow processor. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}
