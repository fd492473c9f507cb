import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widen } from '../../src/tags/text/granularity';
import { CodePoints, escapeLineBreaks, unescapeLineBreaks } from '../../src/tags/text/offsets';

const pieces = fc.constantFrom(
  'a',
  ' ',
  'é',
  'e\u0301',
  '\n',
  '\r\n',
  '🐱',
  '👩‍👩‍👧',
  '𝒳',
  'שלום',
  'مرحبا',
  '漢字',
  '\ud800',
  '.',
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

/** What Python's slice of a text is: by code points. */
const pythonSlice = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('');

describe('offsets in code points', () => {
  it('give the slice that Python gives', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const points = new CodePoints(text);
        expect(points.length).toBe(Array.from(text).length);
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        expect(points.slice(start, end)).toBe(pythonSlice(text, start, end));
      }),
    );
  });

  it('come back from UTF-16 positions', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const points = new CodePoints(text);
        const codePoint = at % (points.length + 1);
        expect(points.fromUnits(points.toUnits(codePoint))).toBe(codePoint);
      }),
    );
  });

  it('of a selection hold exactly the selected text, however it was selected', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('symbol', 'word', 'sentence', 'paragraph'),
        (text, a, b, granularity) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const stretch = widen(text, { start, end }, granularity);
          if (stretch === null) {
            expect(text.slice(start, end).trim()).toBe('');
            return;
          }
          const points = new CodePoints(text);
          const [from, to] = [points.fromUnits(stretch.start), points.fromUnits(stretch.end)];
          expect(pythonSlice(text, from, to)).toBe(text.slice(stretch.start, stretch.end));
          expect(text.slice(stretch.start, stretch.end)).toContain(text.slice(start, end).trim());
        },
      ),
    );
  });

  it('do not cut characters that are made of several', () => {
    const text = 'x👩‍👩‍👧y';
    expect(widen(text, { start: 2, end: 4 }, 'symbol')).toEqual({ start: 1, end: text.length - 1 });
  });

  it('keep a line break as one character, written as backslash and n', () => {
    expect(escapeLineBreaks('a\r\nb')).toBe('a\\n\\nb');
    expect(unescapeLineBreaks('a\\nb')).toBe('a\nb');
  });
});
