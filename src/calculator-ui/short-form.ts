/** The seven questions at the end of a text: the verdict moves with them, and the button hands over to the calculator. */
import { drawSamples } from '../calculator/uncertainty.ts';
import { readChoices } from './form.ts';
import { loadData } from './load-data.ts';
import { resultOf } from './result.ts';
import { heading, spoken } from './views.ts';

export async function startShortForm(host: HTMLElement): Promise<void> {
  const { model } = await loadData(host.dataset['model']!);
  const samples = drawSamples(model);
  const form = host.querySelector('form')!;
  const show = () => {
    const result = resultOf(model, readChoices(form, model, { choices: {} }), samples);
    host.querySelector('[data-part=heading]')!.textContent = heading(result);
    return result;
  };
  let timer = 0;
  const showAndSay = () => {
    const result = show();
    // A quick series of answers is read out once.
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      host.querySelector('[data-part=status]')!.textContent = spoken(result);
    }, 700);
  };
  form.addEventListener('input', showAndSay);
  // Who answers while this script and the model are on their way gets the verdict read out as well.
  const answered = [...form.querySelectorAll('input')].some((input) => input.checked !== input.defaultChecked);
  if (answered) showAndSay();
  else show();
}
