/** Numbers as readers see them. */

/** Person-days: whole from ten on, one decimal below. */
export const days = (value: number): string => (Math.abs(value) < 9.95 ? trimmed(value, 1) : String(Math.round(value)));

/** Points with their sign and one decimal. */
export const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

export const percent = (part: number): string => `${Math.round(part * 100)} %`;

const trimmed = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));

/** An amount of money: person-days at a day rate, to two figures that matter. */
export function money(value: number, rate: number): string {
  const amount = value * rate;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(amount)))) - 2);
  return (Math.round(amount / unit) * unit).toLocaleString('en');
}

/** Prices in place of person-days, where the reader typed a day rate. */
export interface Rate {
  perDay: number;
  /** As typed, such as EUR; may be empty. */
  currency: string;
}

/** Person-days, or the money that they cost. */
export const amount = (value: number, rate?: Rate): string => (rate ? money(value, rate.perDay) : days(value));

export const unit = (rate?: Rate): string => (rate ? rate.currency || 'money' : 'person-days');
