import { timeFormat, timeParse } from 'd3-time-format';
import { attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import type { Wording } from '../../messages';

/** What a control asks for; also the kind of input that takes it. */
export type DateKind = 'datetime-local' | 'date' | 'time' | 'month' | 'year';

/** Forms in which browsers' inputs hold their value. */
const inputFormats: Readonly<Record<DateKind, string>> = {
  'datetime-local': '%Y-%m-%dT%H:%M',
  date: '%Y-%m-%d',
  time: '%H:%M',
  month: '%Y-%m',
  year: '%Y',
};

/** Reads `only`: a date wins over month and year, a date with a time is both. */
export function dateKind(control: ControlTag): DateKind {
  const only = (attrText(control.node, 'only') ?? '').split(',').map((part) => part.trim());
  if (only.includes('date')) return only.includes('time') ? 'datetime-local' : 'date';
  if (only.includes('time')) return 'time';
  if (only.includes('month')) return 'month';
  return only.includes('year') ? 'year' : 'datetime-local';
}

/** A stored date as an input holds it; empty when it cannot be read. */
export function toInput(control: ControlTag, stored: unknown): string {
  const kind = dateKind(control);
  const written = storedFormat(control);
  const text = stored === undefined || stored === null ? '' : String(stored);
  if (text === '' || written === inputFormats[kind]) return text;
  const date = timeParse(written)(text);
  return date === null ? '' : timeFormat(inputFormats[kind])(date);
}

/** What an input holds, as it is stored; undefined when it is empty or unfinished. */
export function fromInput(control: ControlTag, value: string): string | undefined {
  const kind = dateKind(control);
  const date = timeParse(inputFormats[kind])(value);
  return date === null ? undefined : timeFormat(storedFormat(control))(date);
}

/** Times are stored as the input holds them, everything else in the `format` of the config. */
function storedFormat(control: ControlTag): string {
  const kind = dateKind(control);
  return kind === 'time' ? inputFormats.time : (attrText(control.node, 'format') ?? inputFormats[kind]);
}

/** What is wrong with a stored date, or null. Bounds of the config are written as inputs hold them. */
export function dateFault(control: ControlTag, stored: string): Wording | null {
  const value = toInput(control, stored);
  const min = attrText(control.node, 'min');
  const max = attrText(control.node, 'max');
  const faults: Wording[] = [];
  if (min !== undefined && value < min) faults.push({ key: 'dateBefore', values: { min } });
  if (max !== undefined && value > max) faults.push({ key: 'dateAfter', values: { max } });
  return faults.length === 0 ? null : { key: 'dateInvalid', values: { value: stored, faults } };
}

/** Years offered, newest first. */
export function yearRange(control: ControlTag, now: Date): number[] {
  const first = Number(attrText(control.node, 'min')?.slice(0, 4) ?? 2000);
  const last = Number(attrText(control.node, 'max')?.slice(0, 4) ?? now.getFullYear());
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}
