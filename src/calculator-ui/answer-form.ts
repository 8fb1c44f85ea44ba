/** The form of the answers: what a change of a field does to the answers, and how answers fill the fields. */
import { isAsked, type Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';

const radiosOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]'),
];

/** What a feature can be set to. */
type When = 'no' | 'first' | 'later';

/** The answers once a feature is set. The first that is set makes "no" of all others. */
function withFeature(answers: Answers, id: string, when: When): Answers {
  const without = (list: readonly string[] = []) => list.filter((other) => other !== id);
  return {
    ...answers,
    first: [...without(answers.first), ...(when === 'first' ? [id] : [])],
    later: [...without(answers.later), ...(when === 'later' ? [id] : [])],
  };
}

/** Without the answers to questions that are not asked any more. */
function asked(model: Model, answers: Answers): Answers {
  const gone = model.questions.filter((question) => !isAsked(question, answers)).map(({ id }) => id);
  const choices = Object.fromEntries(Object.entries(answers.choices).filter(([id]) => !gone.includes(id)));
  return { ...answers, choices };
}

/** The answers after a change of one field; the same object where the field answers nothing. */
export function answersAfter(field: HTMLInputElement, model: Model, answers: Answers): Answers {
  const { name, value } = field;
  if (model.questions.some(({ id }) => id === name)) {
    const { [name]: _, ...others } = answers.choices;
    return asked(model, { ...answers, choices: value === '' ? others : { ...answers.choices, [name]: value } });
  }
  if (model.features.some(({ id }) => id === name)) return withFeature(answers, name, value as When);
  // A short form has a box for each feature of the first release.
  if (name === 'first')
    return value === '' ? noFeatures(answers) : withFeature(answers, value, field.checked ? 'first' : 'no');
  return answers;
}

/** What was chosen while no script was there to see it, taken over into the answers. */
export function withWhatIsChosen(form: HTMLFormElement, model: Model, answers: Answers): Answers {
  return radiosOf(form)
    .filter((field) => field.checked && !field.defaultChecked && field.value !== '')
    .reduce((so, field) => answersAfter(field, model, so), answers);
}

/** Every feature set to "no". */
export const noFeatures = (answers: Answers): Answers => ({ ...answers, first: [], later: [] });

/** What most sites with a database need. */
const usual = ['orm', 'migrations', 'forms', 'accounts'];
export const usualFeatures = (answers: Answers): Answers => ({ ...answers, first: usual, later: [] });

/** The questions that the reader has said that they cannot answer. */
export const notSure = (form: HTMLFormElement): number =>
  form.querySelectorAll('fieldset[data-core] .unsure input:checked').length;

/** Puts answers into the form. An answer "not sure" stays while the question has no other. */
export function fillForm(form: HTMLFormElement, model: Model, answers: Answers, keepNotSure = true): void {
  for (const field of radiosOf(form)) {
    const { name, value } = field;
    if (model.questions.some(({ id }) => id === name)) {
      const chosen = answers.choices[name];
      if (chosen === undefined && value === '' && keepNotSure) continue;
      field.checked = chosen === value;
    } else if (name === 'first') {
      field.checked = answers.first?.includes(value) ?? false;
    } else if (model.features.some(({ id }) => id === name)) {
      const { first = [], later = [] } = answers;
      const set: When | undefined = first.includes(name) ? 'first' : later.includes(name) ? 'later' : undefined;
      // A row that was set to "no" by hand keeps its mark; the others say it in bold.
      field.checked = set ? value === set : value === 'no' && field.checked && answers.first !== undefined;
    }
  }
  showState(form, model, answers);
}

/** Marks what is answered, and shows the questions that only some answers lead to. */
export function showState(form: HTMLFormElement, model: Model, answers: Answers): void {
  form.querySelector('.feature-list')?.toggleAttribute('data-some', answers.first !== undefined);
  for (const fieldset of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]'))
    fieldset.toggleAttribute('data-answered', answers.choices[fieldset.dataset['question']!] !== undefined);
  for (const question of model.questions.filter(({ asked: after }) => after))
    form
      .querySelector(`fieldset[data-question="${question.id}"]`)
      ?.toggleAttribute('data-shown', isAsked(question, answers));
}
