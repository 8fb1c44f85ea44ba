/** The core questions at the end of a text: the verdict moves with them, and the button hands over to the calculator. */
import { drawSamples } from '../calculator/uncertainty.ts';
import { withWhatIsChosen } from './answer-form.ts';
import { waiting } from './card.ts';
import { loadData } from './load-data.ts';
import { resultOf } from './result.ts';
import { answeredOf } from '../calculator/answers.ts';
import { stageOf } from '../calculator/verdict-words.ts';
import { say, spoken } from './said.ts';

export async function startShortForm(host: HTMLElement): Promise<void> {
  const { model } = await loadData(host.dataset['model']!);
  const samples = drawSamples(model);
  const form = host.querySelector('form')!;
  const show = (): string => {
    const answers = withWhatIsChosen(form, model, { choices: {} });
    const answered = answeredOf(model, answers);
    const said = say(resultOf(model, answers, samples).verdict, stageOf(answered));
    const heading =
      said.stage === 'none' ? `${answered.core} of ${answered.coreOf} answered. ${waiting(answered)}` : said.title;
    host.querySelector('[data-part=heading]')!.textContent = answered.core === 0 ? '' : heading;
    return said.stage === 'none' ? '' : spoken(said);
  };
  let timer = 0;
  const showAndSay = () => {
    const message = show();
    // A quick series of answers is read out once.
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      host.querySelector('[data-part=status]')!.textContent = message;
    }, 700);
  };
  form.addEventListener('input', showAndSay);
  // Who answers while this script and the model are on their way gets the verdict read out as well.
  showAndSay();
}
