import { locale } from '../messages';

const numbers = new Intl.NumberFormat(locale);

/** A number with the locale's separators; a dash for none. */
export function formatNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : numbers.format(value);
}
