import fc from 'fast-check';
import type { ImageRotation } from '../../src/tags/image/geometry/camera';
import type { Point, Rect, Size } from '../../src/tags/image/geometry/shapes';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const pointIn = (size: Size): fc.Arbitrary<Point> =>
  fc.record({ x: real(0, size.width), y: real(0, size.height) });

export const image: Size = { width: 640, height: 480 };

export const sizes: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 1, max: 10_000 }),
  height: fc.integer({ min: 1, max: 10_000 }),
});

/** Any point on and around the test image. */
export const points: fc.Arbitrary<Point> = fc.record({ x: real(-500, 1200), y: real(-500, 1200) });

/** Any rectangle on and around the test image; quarter turns are as likely as all other angles together. */
export const rects: fc.Arbitrary<Rect> = fc.record({
  x: real(-100, 700),
  y: real(-100, 600),
  width: real(0.5, 400),
  height: real(0.5, 400),
  rotation: fc.oneof(fc.constantFrom(0, 90, 180, 270), real(0, 359.99)),
});

export const uprightRects: fc.Arbitrary<Rect> = rects.map((rect) => ({ ...rect, rotation: 0 }));

export const imageRotations: fc.Arbitrary<ImageRotation> = fc.constantFrom(0, 90, 180, 270);
