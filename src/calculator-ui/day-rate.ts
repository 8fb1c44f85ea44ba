/** A day rate turns person-days into money, only if the reader types one. */
import { FieldError, showErrors } from './field-errors.ts';
import type { Rate } from './views.ts';

const highest = 1_000_000;

/** The rate that stands in its fields; none where they are empty, or hold what is no rate, which is said beside them. */
export function readDayRate(host: HTMLElement): Rate | undefined {
  const [rate, currency] = host.querySelectorAll<HTMLInputElement>('[data-rate]') as unknown as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const perDay = Number(rate.value);
  const empty = rate.value === '' && !rate.validity.badInput;
  const fits = perDay > 0 && perDay <= highest;
  const error = new FieldError(rate, `Use a number above 0, up to ${highest.toLocaleString('en')}.`);
  showErrors(rate.closest('p')!, empty || fits ? [] : [error]);
  return fits ? { perDay, currency: currency.value.trim().slice(0, 8) } : undefined;
}
