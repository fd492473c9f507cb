import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_MASK, isPainted, trimmed, withStroke, type Mask } from '../../src/tags/image/geometry/mask';
import { combineMasks, type MaskOperation } from '../../src/tags/image/geometry/maskSets';
import { MaskCode } from '../../src/tags/image/masks/MaskCode';
import { decodeMask, encodeMask, isBlank, RleError } from '../../src/tags/image/geometry/rle';

const full = (width: number, height: number, paint: (x: number, y: number) => number): Mask =>
  trimmed({
    x: 0,
    y: 0,
    width,
    height,
    alpha: Uint8Array.from({ length: width * height }, (_, at) => paint(at % width, Math.floor(at / width))),
  });

const rows = (mask: Mask, width: number, height: number): number[][] =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (isPainted(mask, { x: x + 0.5, y: y + 0.5 }) ? 1 : 0)),
  );

describe('run-length code', () => {
  const small = { width: 4, height: 2 };

  test.each([
    [
      'right half',
      full(4, 2, (x) => (x > 1 ? 255 : 0)),
      [0, 0, 0, 32, 57, 27, 252, 224, 19, 255, 206, 1, 63, 248],
    ],
    ['nothing', EMPTY_MASK, [0, 0, 0, 32, 57, 27, 254, 31, 0]],
    ['everything', full(4, 2, () => 255), [0, 0, 0, 32, 57, 27, 254, 31, 255]],
  ])('%s, byte for byte', (_, mask, bytes) => {
    expect(encodeMask(mask, small)).toEqual(bytes);
    expect(decodeMask(bytes, small)).toEqual(mask);
    expect(isBlank(bytes)).toBe(mask === EMPTY_MASK);
  });

  test('literal blocks are read; a pixel counts by its fourth channel', () => {
    const bytes = [0, 0, 0, 12, 57, 27, 252, 224, 1, 255, 255, 126, 254, 0];
    const image = { width: 3, height: 1 };
    // Three pixels: 0 0 0 0, 0 0 0 0, 255 254 253 252.
    expect(decodeMask(bytes, image)).toEqual({ x: 2, y: 0, width: 1, height: 1, alpha: Uint8Array.of(252) });
  });

  test('a code that breaks off is no mask', () => {
    expect(() => decodeMask([0, 0, 0, 32, 57, 27], small)).toThrow(RleError);
  });

  test('runs longer than 65,536 values are split', () => {
    const image = { width: 300, height: 200 };
    const mask = full(300, 200, () => 255);
    expect(decodeMask(encodeMask(mask, image), image)).toEqual(mask);
  });

  test('what is written is read back, whatever the pixels', () => {
    const masks = fc
      .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
      .chain((image) =>
        fc
          .array(fc.constantFrom(0, 0, 0, 255, 255, 7), {
            minLength: image.width * image.height,
            maxLength: image.width * image.height,
          })
          .map((values) => ({ image, values })),
      );
    fc.assert(
      fc.property(masks, ({ image, values }) => {
        const mask = full(image.width, image.height, (x, y) => values[y * image.width + x] ?? 0);
        expect(decodeMask(encodeMask(mask, image), image)).toEqual(mask);
      }),
    );
  });
});

describe('strokes', () => {
  const image = { width: 9, height: 7 };

  test('a click paints a disc', () => {
    const mask = withStroke(EMPTY_MASK, { points: [{ x: 4.5, y: 3.5 }], radius: 2 }, image);
    expect(rows(mask, 9, 7)).toEqual([
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 1, 1, 1, 0, 0, 0],
      [0, 0, 1, 1, 1, 1, 1, 0, 0],
      [0, 0, 0, 1, 1, 1, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('a line is painted as wide as the brush, and cut at the edge of the image', () => {
    const points = [
      { x: 2, y: 2 },
      { x: 20, y: 2 },
    ];
    const mask = withStroke(EMPTY_MASK, { points, radius: 1 }, image);
    expect(rows(mask, 9, 7).map((row) => row.join(''))).toEqual([
      '000000000',
      '011111111',
      '011111111',
      ...Array.from({ length: 4 }, () => '000000000'),
    ]);
  });

  test('the eraser takes away, and nothing is left of what is erased wholly', () => {
    const all = full(9, 7, () => 255);
    const half = withStroke(
      all,
      {
        points: [
          { x: 9, y: 0 },
          { x: 9, y: 7 },
        ],
        radius: 4,
      },
      image,
      true,
    );
    expect(rows(half, 9, 7).every((row) => row.join('') === '111110000')).toBe(true);
    expect(withStroke(half, { points: [{ x: 4, y: 3 }], radius: 20 }, image, true)).toEqual(EMPTY_MASK);
    expect(withStroke(EMPTY_MASK, { points: [{ x: 4, y: 3 }], radius: 2 }, image, true)).toEqual(EMPTY_MASK);
  });

  test('a stroke paints exactly the pixels whose middle is near its line', () => {
    const places = fc.record({
      x: fc.double({ min: -3, max: 12, noNaN: true }),
      y: fc.double({ min: -3, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(places, places, fc.double({ min: 1, max: 4, noNaN: true }), (a, b, radius) => {
        const mask = withStroke(EMPTY_MASK, { points: [a, b], radius }, image);
        const painted = rows(mask, 9, 7);
        for (let y = 0; y < 7; y++)
          for (let x = 0; x < 9; x++) {
            const away = distanceTo(a, b, { x: x + 0.5, y: y + 0.5 });
            // On the very edge rounding may decide.
            if (away < radius - 1e-6) expect(painted[y]?.[x]).toBe(1);
            if (away > radius + 1e-6 && (painted[y]?.[x] ?? 0) === 1) expect(away).toBeLessThan(radius + 1);
          }
      }),
    );
  });
});

function distanceTo(
  a: { x: number; y: number },
  b: { x: number; y: number },
  p: { x: number; y: number },
): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(a.x + share * dx - p.x, a.y + share * dy - p.y);
}

describe('masks together', () => {
  const image = { width: 6, height: 5 };
  const mask = fc
    .array(fc.boolean(), { minLength: 30, maxLength: 30 })
    .map((bits) => full(6, 5, (x, y) => (bits[y * 6 + x] ? 255 : 0)));
  const meanings: Readonly<Record<MaskOperation, (one: boolean, other: boolean) => boolean>> = {
    union: (one, other) => one || other,
    subtract: (one, other) => one && !other,
    intersect: (one, other) => one && other,
  };

  test.each(Object.keys(meanings) as MaskOperation[])('%s, pixel by pixel', (operation) => {
    fc.assert(
      fc.property(mask, mask, (one, other) => {
        const [a, b] = [rows(one, 6, 5), rows(other, 6, 5)];
        const made = rows(combineMasks(operation, [one, other]), 6, 5);
        expect(made).toEqual(
          a.map((row, y) => row.map((bit, x) => Number(meanings[operation](bit === 1, b[y]?.[x] === 1)))),
        );
      }),
    );
  });

  test('without workers the stored form is made when it is asked for', () => {
    const painted = full(6, 5, (x) => (x < 2 ? 255 : 0));
    const code = new MaskCode(painted, image, 'rle');
    expect(code.ready).toBeNull();
    expect(JSON.parse(JSON.stringify({ rle: code }))).toEqual({ rle: encodeMask(painted, image) });
  });
});
