/** One question at a time, for a frame whose height is fixed: numbered steps, back and next. */
import { h, toNode } from './tree.ts';

export class Steps {
  readonly #questions: readonly HTMLFieldSetElement[];
  readonly #list: HTMLElement;
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #at = 0;

  constructor(host: HTMLElement) {
    this.#questions = [...host.querySelectorAll<HTMLFieldSetElement>('fieldset.question')];
    this.#list = host.querySelector('[data-part=steps]')!;
    this.#back = host.querySelector('[data-action=back]')!;
    this.#next = host.querySelector('[data-action=forward]')!;
    this.#list.addEventListener('click', ({ target }) => {
      const step = (target as Element).closest('button')?.dataset['step'];
      if (step !== undefined) this.#go(Number(step));
    });
    this.#back.addEventListener('click', () => this.#go(this.#at - 1));
    this.#next.addEventListener('click', () => this.#go((this.#at + 1) % this.#questions.length));
    host.addEventListener('change', () => this.draw());
    this.draw();
  }

  /** Goes on without an answer as well: a question can be left open. */
  #go(at: number): void {
    this.#at = at;
    this.draw();
    // A question that was hidden is read out from its beginning.
    this.#questions[at]!.querySelector('input')!.focus();
  }

  draw(): void {
    for (const [at, question] of this.#questions.entries()) question.hidden = at !== this.#at;
    this.#list.replaceChildren(
      ...this.#questions.map((question, at) => {
        const title = question
          .querySelector('legend')!
          .textContent.replace(/^\s*\d+\s*/, '')
          .trim();
        const answered = [...question.querySelectorAll('input')].some(({ checked, value }) => checked && value !== '');
        return toNode(
          h(
            'li',
            {},
            h(
              'button',
              {
                type: 'button',
                'data-step': at,
                'data-answered': answered,
                'aria-current': at === this.#at && 'step',
                'aria-label': `${at + 1}: ${title}${answered ? ', answered' : ''}`,
              },
              String(at + 1),
            ),
          ),
        );
      }),
    );
    this.#back.disabled = this.#at === 0;
    this.#next.textContent = this.#at === this.#questions.length - 1 ? 'First question' : 'Next';
  }
}
