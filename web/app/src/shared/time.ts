import { locale, t } from '../messages';

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat(locale, {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const minute = 60;
const hour = 60 * minute;
const oneDay = 24 * hour;

/** How long ago, in words; a month and more as the date. `now` in milliseconds since 1970. */
export function timeAgo(time: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(time) - now) / 1000);
  const distance = Math.abs(seconds);
  if (distance < minute) return t('time.justNow');
  if (distance < hour) return relative.format(Math.trunc(seconds / minute), 'minute');
  if (distance < oneDay) return relative.format(Math.trunc(seconds / hour), 'hour');
  if (distance < 30 * oneDay) return relative.format(Math.trunc(seconds / oneDay), 'day');
  return day.format(new Date(time));
}

/** Date and time to the second, in the user's time zone. */
export function exactTime(time: string): string {
  return exact.format(new Date(time));
}

/** The date alone, in the user's time zone. */
export function dateOf(time: string): string {
  return day.format(new Date(time));
}
