import { attrText } from '../../config/attributes';
import type { LabelingConfig, ObjectTag } from '../../config/compile';
import type { Stretch } from './layout';

export type Granularity = 'symbol' | 'word' | 'sentence' | 'paragraph';

/** What a new region is widened to: a picked label may say so, else the object does. */
export function granularityFor(
  object: ObjectTag,
  { controls }: LabelingConfig,
  picked: Readonly<Record<string, readonly string[]>>,
): Granularity {
  for (const [name, labels] of Object.entries(picked)) {
    const control = controls.get(name);
    if (control?.toNames.includes(object.name) !== true) continue;
    for (const label of control.labels) {
      const own = labels.includes(label.name) ? attrText(label.node, 'granularity') : undefined;
      if (isGranularity(own)) return own;
    }
  }
  const own = attrText(object.node, 'granularity');
  return isGranularity(own) ? own : 'symbol';
}

function isGranularity(written: string | undefined): written is Granularity {
  return written === 'symbol' || written === 'word' || written === 'sentence' || written === 'paragraph';
}

/** Longest text around a selection that is cut into words or sentences; keeps a click fast in a long text. */
const windowSize = 2000;

/**
 * What a selection of the person becomes: whole characters, widened to whole words, sentences or paragraphs,
 * without white space at its ends. Null when nothing is left.
 */
export function widen(text: string, { start, end }: Stretch, granularity: Granularity): Stretch | null {
  const trimmed = trim(text, { start: Math.max(0, start), end: Math.min(text.length, end) });
  if (trimmed === null) return null;
  if (granularity === 'paragraph') return trim(text, paragraphs(text, trimmed));
  return trim(text, segments(text, trimmed, granularity === 'symbol' ? 'grapheme' : granularity));
}

function trim(text: string, { start, end }: Stretch): Stretch | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

function paragraphs(text: string, { start, end }: Stretch): Stretch {
  const after = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? text.length : after };
}

function segments(
  text: string,
  { start, end }: Stretch,
  granularity: 'grapheme' | 'word' | 'sentence',
): Stretch {
  const segmenter = new Intl.Segmenter(undefined, { granularity });
  const boundary = (at: number, side: 'before' | 'after'): number => {
    const from = windowStart(text, at);
    const to = Math.min(text.length, at + windowSize);
    const segment = segmenter
      .segment(text.slice(from, to))
      .containing(side === 'before' ? at - from : at - 1 - from);
    if (segment === undefined) return at;
    return from + segment.index + (side === 'before' ? 0 : segment.segment.length);
  };
  return { start: boundary(start, 'before'), end: boundary(end, 'after') };
}

/** A place some way before a position where no segment is likely to be cut: after white space. */
function windowStart(text: string, at: number): number {
  const from = Math.max(0, at - windowSize);
  if (from === 0) return 0;
  const space = text.slice(from, at).search(/\s/);
  return space < 0 ? from : from + space + 1;
}
