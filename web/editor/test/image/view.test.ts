import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constrain,
  fitScale,
  toImage,
  toScreen,
  turnTo,
  turnedSize,
  VIEW_MARGIN,
  wheelFactor,
  zoomTo,
  type Camera,
} from '../../src/tags/image/geometry/camera';
import { distance, type Point } from '../../src/tags/image/geometry/shapes';
import {
  adjustView,
  firstView,
  pan,
  zoomBy,
  zoomToActual,
  zoomToFit,
  type ViewRules,
} from '../../src/tags/image/geometry/view';
import { imageRotations, points, sizes } from './arbitraries';

const window = { width: 824, height: 424 };
const alignment = { horizontal: 'left', vertical: 'top' } as const;

const cameras: fc.Arbitrary<Camera> = fc.record({
  image: sizes,
  rotation: imageRotations,
  scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
});

const rules = (changes: Partial<ViewRules> = {}): ViewRules => ({
  image: { width: 1600, height: 1200 },
  rotation: 0,
  window,
  alignment,
  defaultZoom: 'fit',
  negativeZoom: false,
  ...changes,
});

function expectNear(actual: Point, expected: Point, within = 1e-6): void {
  expect(distance(actual, expected)).toBeLessThan(within);
}

describe('camera', () => {
  test('screen and image are inverse to each other in every rotation', () => {
    fc.assert(
      fc.property(cameras, points, (camera, point) =>
        expectNear(toImage(camera, toScreen(camera, point)), point, 1e-3),
      ),
    );
  });

  test('the turned picture lies with its top-left corner at the camera, clockwise', () => {
    const camera = { image: { width: 40, height: 20 }, scale: 2, x: 5, y: 7 } as const;
    const topLeft = { x: 0, y: 0 };
    expect(toScreen({ ...camera, rotation: 0 }, topLeft)).toEqual({ x: 5, y: 7 });
    expect(toScreen({ ...camera, rotation: 90 }, topLeft)).toEqual({ x: 45, y: 7 });
    expect(toScreen({ ...camera, rotation: 180 }, topLeft)).toEqual({ x: 85, y: 47 });
    expect(toScreen({ ...camera, rotation: 270 }, topLeft)).toEqual({ x: 5, y: 87 });
  });

  test('zooming holds the point under the pointer', () => {
    fc.assert(
      fc.property(
        cameras,
        points,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (camera, still, scale) => {
          expectNear(toScreen(zoomTo(camera, scale, still), toImage(camera, still)), still, 1e-3);
        },
      ),
    );
  });

  test('turning holds the middle of the window', () => {
    fc.assert(
      fc.property(cameras, imageRotations, (camera, rotation) => {
        const middle = { x: window.width / 2, y: window.height / 2 };
        expectNear(toImage(turnTo(camera, rotation, window), middle), toImage(camera, middle), 1e-3);
      }),
    );
  });

  test('constraining leaves no empty space where there is picture to show, and is idempotent', () => {
    fc.assert(
      fc.property(cameras, (camera) => {
        const once = constrain(camera, window, alignment);
        const turned = turnedSize(once.image, once.rotation);
        const right = once.x + turned.width * once.scale;
        if (turned.width * once.scale >= window.width - 2 * VIEW_MARGIN) {
          expect(once.x).toBeLessThanOrEqual(VIEW_MARGIN);
          expect(right).toBeGreaterThanOrEqual(window.width - VIEW_MARGIN - 1e-6);
        } else expect(once.x).toBe(VIEW_MARGIN);
        expect(constrain(once, window, alignment)).toBe(once);
      }),
    );
  });

  test('one wheel event zooms by 30 percent at most', () => {
    expect(wheelFactor(-1000)).toBe(1.3);
    expect(wheelFactor(1000)).toBeCloseTo(1 / 1.3);
    expect(wheelFactor(-3)).toBeCloseTo(1.03, 2);
  });
});

describe('view', () => {
  test('starts fitted, or at actual size where the tag says so', () => {
    const small = { width: 100, height: 50 };
    expect(firstView(rules()).camera.scale).toBe(1 / 3);
    expect(firstView(rules({ image: small })).camera.scale).toBe(8);
    expect(firstView(rules({ image: small, defaultZoom: 'auto' })).camera.scale).toBe(1);
    expect(firstView(rules({ defaultZoom: 'auto' })).camera.scale).toBe(1 / 3);
    expect(firstView(rules({ defaultZoom: 'original' })).camera.scale).toBe(1);
  });

  test('cannot be made smaller than fitting, unless the tag allows it down to a tenth', () => {
    const fit = fitScale(rules().image, 0, window);
    const fitted = firstView(rules());
    expect(zoomBy(fitted, 0.5, rules())).toBe(fitted);
    const allowed = rules({ negativeZoom: true });
    expect(zoomBy(fitted, 0.5, allowed).camera.scale).toBeCloseTo(fit / 2);
    expect(zoomBy(fitted, 0.001, allowed).camera.scale).toBeCloseTo(fit / 10);
    expect(zoomBy(fitted, 1e6, rules()).camera.scale).toBeCloseTo(fit * 100);
  });

  test('a fitted view follows the window and the rotation, a zoomed one keeps its middle', () => {
    const before = rules();
    const larger = rules({ image: before.image, window: { width: 1624, height: 1224 } });
    expect(adjustView(firstView(before), larger).camera.scale).toBe(1);

    const zoomed = zoomToActual(firstView(before), before);
    const followed = adjustView(zoomed, larger);
    expect(followed.camera.scale).toBe(1);
    const turned = adjustView(zoomed, { ...before, rotation: 90 });
    const middle = { x: window.width / 2, y: window.height / 2 };
    expectNear(toImage(turned.camera, middle), toImage(zoomed.camera, middle));
  });

  test('another picture begins anew, the same rules change nothing', () => {
    const before = rules();
    const zoomed = zoomToActual(firstView(before), before);
    expect(adjustView(zoomed, before)).toBe(zoomed);
    expect(adjustView(zoomed, rules({ image: { width: 1600, height: 1200 } })).fitted).toBe(true);
  });

  test('pans only while there is more picture', () => {
    const fitted = firstView(rules());
    expect(pan(fitted, { x: 10, y: 10 }, alignment)).toBe(fitted);
    const zoomed = zoomToActual(fitted, rules());
    const moved = pan(zoomed, { x: -10, y: 5 }, alignment);
    expect(moved.camera.x).toBe(zoomed.camera.x - 10);
    expect(zoomToFit(moved, rules()).camera).toEqual(fitted.camera);
  });
});
