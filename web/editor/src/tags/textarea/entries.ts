import { attrFlag, attrNumber } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import type { Wording } from '../../messages';

export interface AddOutcome {
  /** The new list; null when nothing is added. */
  entries: string[] | null;
  /** What to tell the person; null when there is nothing to tell. */
  refusal: Wording | null;
}

/** A text area's submissions. A single text, as some importers write it, is a list of one. */
export function entriesFrom(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** Whether the control takes one more submission. */
export function hasRoom(control: ControlTag, entries: readonly string[]): boolean {
  return entries.length < (attrNumber(control.node, 'maxsubmissions') ?? Infinity);
}

/** Adds a submission, unless the control is full or refuses what it already has. */
export function addText(control: ControlTag, entries: readonly string[], text: string): AddOutcome {
  if (!hasRoom(control, entries)) return { entries: null, refusal: null };
  if (
    attrFlag(control.node, 'skipduplicates') &&
    entries.some((entry) => entry.toLowerCase() === text.toLowerCase())
  ) {
    return { entries: null, refusal: { key: 'textAreaDuplicate' } };
  }
  return { entries: [...entries, text], refusal: null };
}
