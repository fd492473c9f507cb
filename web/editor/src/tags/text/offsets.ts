/*
 * Offsets of text regions. Results count Unicode code points, as Python does; the browser counts UTF-16 units.
 * They part at the first character outside of the basic plane, such as most emoji.
 */

/** Converts between the two countings for one text. */
export class CodePoints {
  /** UTF-16 position of each character that takes two units, ascending. */
  private readonly pairs: Uint32Array;
  readonly text: string;
  /** Length in code points. */
  readonly length: number;

  constructor(text: string) {
    const pairs: number[] = [];
    for (let index = 0; index < text.length - 1; index++) {
      if (!isPair(text, index)) continue;
      pairs.push(index);
      index++;
    }
    this.text = text;
    this.pairs = Uint32Array.from(pairs);
    this.length = text.length - pairs.length;
  }

  /** Code points before a UTF-16 position; a position inside a character counts that character. */
  fromUnits(units: number): number {
    const position = Math.min(Math.max(0, units), this.text.length);
    return position - this.pairsBefore(position);
  }

  /** UTF-16 position of a code point. */
  toUnits(codePoints: number): number {
    const target = Math.min(Math.max(0, codePoints), this.length);
    // The n-th pair (from 0) lies n code points to the right of where its unit position says.
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] ?? 0) - middle < target) low = middle + 1;
      else high = middle;
    }
    return target + low;
  }

  /** Text between two code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }

  private pairsBefore(units: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] ?? 0) < units) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isPair(text: string, index: number): boolean {
  const first = text.charCodeAt(index);
  const second = text.charCodeAt(index + 1);
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}

/** Covered text as results store it: every line break as a backslash and an n. */
export function escapeLineBreaks(text: string): string {
  return text.replace(/[\r\n]/g, '\\n');
}

export function unescapeLineBreaks(text: string): string {
  return text.replaceAll('\\n', '\n');
}
