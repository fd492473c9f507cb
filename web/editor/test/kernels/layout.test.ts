import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignLanes,
  segmentsOf,
  spanAt,
  spansByBlock,
  splitBlocks,
  type Span,
} from '../../src/tags/text/layout';

const texts = fc
  .array(fc.constantFrom('a', 'bc ', '\n', 'some words', '🐱'), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''));
const spansIn = (length: number) =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 12 }).map((pairs) =>
    assignLanes(
      pairs
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
        .filter(({ start, end }) => start < end)
        .map((stretch, index): Omit<Span, 'lane'> => ({
          ...stretch,
          id: String(index),
          color: '',
          label: '',
          state: 'plain',
        })),
    ),
  );
const labeledTexts = texts.chain((text) => fc.tuple(fc.constant(text), spansIn(text.length)));

describe('drawing a text with regions', () => {
  it('puts the text together again from blocks and segments', () => {
    fc.assert(
      fc.property(labeledTexts, fc.integer({ min: 1, max: 30 }), ([text, spans], size) => {
        const blocks = splitBlocks(text, size);
        const lists = spansByBlock(blocks, spans);
        const segments = blocks.flatMap((block, index) => segmentsOf(block, lists[index] ?? []));
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
    );
  });

  it('covers each character with exactly the regions that lie on it, and ends each once', () => {
    fc.assert(
      fc.property(labeledTexts, fc.integer({ min: 1, max: 30 }), ([text, spans], size) => {
        const blocks = splitBlocks(text, size);
        const lists = spansByBlock(blocks, spans);
        const segments = blocks.flatMap((block, index) => segmentsOf(block, lists[index] ?? []));
        for (const segment of segments) {
          const over = spans.filter(({ start, end }) => start <= segment.start && segment.end <= end);
          expect(new Set(segment.spans.map(({ id }) => id))).toEqual(new Set(over.map(({ id }) => id)));
        }
        const ends = segments.flatMap(({ ending }) => ending.map(({ id }) => id));
        expect(ends.sort()).toEqual(spans.map(({ id }) => id).sort());
      }),
    );
  });

  it('numbers the lines that blocks begin with', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, size) => {
        for (const { start, line } of splitBlocks(text, size))
          expect(line).toBe(text.slice(0, start).split('\n').length);
      }),
    );
  });

  it('gives overlapping regions different underlines', () => {
    fc.assert(
      fc.property(spansIn(50), (spans) => {
        for (const a of spans) {
          for (const b of spans)
            if (a.id !== b.id && a.start < b.end && b.start < a.end) expect(a.lane).not.toBe(b.lane);
        }
      }),
    );
  });

  it('finds the shortest region under a click, and the next one with another click', () => {
    const span = (id: string, start: number, end: number, state: Span['state'] = 'plain'): Span => ({
      id,
      start,
      end,
      state,
      color: '',
      label: '',
      lane: 0,
    });
    expect(spanAt([span('a', 0, 9), span('b', 0, 3), span('c', 0, 9)], 1)?.id).toBe('b');
    expect(spanAt([span('a', 0, 9), span('b', 0, 3, 'selected'), span('c', 0, 9)], 1)?.id).toBe('c');
    expect(spanAt([span('a', 0, 9)], 9)).toBeNull();
  });
});
