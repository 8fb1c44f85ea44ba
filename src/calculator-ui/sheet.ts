/** The bar at the foot, shown while the card is out of view, and the sheet that holds the card once it is opened. */

export class Sheet {
  readonly #dialog: HTMLDialogElement;
  readonly #card: HTMLElement;
  readonly #slot: HTMLElement;

  constructor(host: HTMLElement) {
    this.#dialog = host.querySelector('dialog')!;
    this.#card = host.querySelector('.card')!;
    this.#slot = host.querySelector('.slot')!;
    this.#dialog.addEventListener('close', () => {
      this.#slot.append(this.#card);
      this.#slot.style.minBlockSize = '';
      host.querySelector<HTMLElement>('[data-action=open-sheet]')!.focus();
    });
    this.#dialog.addEventListener('click', ({ target }) => {
      // A tap beside the sheet, or on a link to a place of the page.
      if (target === this.#dialog || (target as Element).closest('a[href^="#"]')) this.#dialog.close();
    });
    new IntersectionObserver(
      ([entry]) => {
        if (!this.#dialog.open) host.toggleAttribute('data-card-seen', entry!.isIntersecting);
      },
      { rootMargin: '-60px 0px -64px' },
    ).observe(this.#card);
    host.querySelector<HTMLElement>('.bar')!.hidden = false;
  }

  open(): void {
    // The place of the card keeps its height, so that the page does not move behind the sheet.
    this.#slot.style.minBlockSize = `${this.#card.offsetHeight}px`;
    this.#dialog.append(this.#card);
    this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }
}
