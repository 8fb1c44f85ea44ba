/**
 * What the first version of the model asked, in the words of this one. Old addresses are read through it, and so are the
 * answers that blind readers gave about real decisions while the first version was the only one.
 */

/** Questions that are gone, because no case turned on them. */
export const goneQuestions = ['assurance', 'control'] as const;

/** What an answer to the first version says now. A system that one must live with is kept. */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'existing=django': { codebase: 'django', treatment: 'keep' },
};

export interface Translated {
  choices: Record<string, string>;
  /** The answers that are translated or gone, as `question=option`. */
  changed: string[];
}

/** @param choices answers to the first version; what this version knows as well stays as it is */
export function fromVersion1(choices: Readonly<Record<string, string>>): Translated {
  const now: Record<string, string> = {};
  const changed: string[] = [];
  for (const [question, option] of Object.entries(choices)) {
    const answer = `${question}=${option}`;
    const gone = (goneQuestions as readonly string[]).includes(question);
    const translated = translations[answer];
    if (gone || translated) changed.push(answer);
    if (!gone) Object.assign(now, translated ?? { [question]: option });
  }
  return { choices: now, changed };
}
