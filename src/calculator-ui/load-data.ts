/** The published model and its words, as `/calculator/model.json` has them. */
import type { Model } from '../calculator/model.ts';
import type { Team } from './similar-view.ts';
import type { WordList } from './words.ts';

/** The decisions of real teams, as `/calculator/teams.json` has them; none where they do not arrive. */
export async function loadTeams(address: string): Promise<Team[]> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as Team[]) : [];
  } catch {
    return [];
  }
}

export interface CalculatorData {
  model: Model;
  words: WordList;
}

/** @throws when they do not arrive */
export async function loadData(address: string): Promise<CalculatorData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers with ${answer.status}`);
  return (await answer.json()) as CalculatorData;
}
