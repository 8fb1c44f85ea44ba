/** Finds what a template printed where a value was missing. Pure. */
import type { HTMLElement } from 'node-html-parser';

const stray = /\bundefined\b|\bNaN\b|\[object [A-Z]\w*\]/;

/** The first word in a text that only a program writes, with what stands around it. */
export function strayWordIn(text: string): string[] {
  const found = stray.exec(text);
  if (!found) return [];
  const around = text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40).replace(/\s+/g, ' ');
  return [`says "${found[0]}" in "${around}"`];
}

/** Links, buttons and pictures that have no words for those who do not see them. */
export function unnamedControls(page: HTMLElement): string[] {
  const controls = page.querySelectorAll('a[href], button, [role="img"], [aria-label]').filter((element) => {
    const label = element.getAttribute('aria-label');
    if (label !== undefined) return label.trim() === '';
    if (element.getAttribute('aria-labelledby')) return false;
    const pictures = element.querySelectorAll('[alt], [aria-label], title');
    return element.textContent.trim() === '' && pictures.length === 0;
  });
  const images = page.querySelectorAll('img').filter((image) => image.getAttribute('alt') === undefined);
  return [...controls, ...images].map((element) => element.outerHTML.slice(0, 120));
}
