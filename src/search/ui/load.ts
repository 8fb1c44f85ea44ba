/** Loads the search of this page's site, every part side by side. */
import type { Engine } from '../query/answer.ts';
import { engineOf } from '../query/engine.ts';
import { openIndex, type Part } from '../query/pagefind.ts';
import { addressAttribute, guideFile, readAddress, type Guide } from '../index/format.ts';

/** The search button, with the answers to what it has asked for: each file of the address, in its order. */
export type SearchButton = HTMLAnchorElement & { asked?: (Promise<Response> | undefined)[] };

let loading: Promise<Engine> | undefined;

/**
 * Loads once; a failed attempt can be repeated.
 * @throws when the page names no index or a part of it does not arrive.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const button = document.querySelector<SearchButton>(`[${addressAttribute}]`);
  const { folder, files } = readAddress(button?.getAttribute(addressAttribute));
  if (!folder) throw new Error('This page names no search index');
  const asked = button?.asked ?? [];
  // Where one of them failed, the next attempt asks for all anew.
  delete button?.asked;

  const part: Part = async (file) => {
    // An answer can be read once. Who tries again, asks again.
    const [answered] = files.includes(file) ? asked.splice(files.indexOf(file), 1, undefined) : [];
    const answer = await (answered ?? fetch(folder + file));
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    return answer;
  };
  const guide = part(guideFile).then((answer) => answer.json() as Promise<Guide>);
  return engineOf(await openIndex(part), await guide, part);
}
