import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoxIndex } from '../../src/tags/image/geometry/boxIndex';
import { fitInside, limitMove } from '../../src/tags/image/geometry/clamp';
import { frameOf, mapFrame } from '../../src/tags/image/geometry/group';
import { toPercent, toPixels } from '../../src/tags/image/geometry/percent';
import {
  centre,
  containsPoint,
  corners,
  fromLocal,
  hull,
  intersectsBounds,
  moveBy,
  rectOfBounds,
  rotateAbout,
  toLocal,
} from '../../src/tags/image/geometry/rectangle';
import {
  HANDLE_PLACES,
  RESIZE_HANDLES,
  isCorner,
  resize,
  type ResizeHandle,
} from '../../src/tags/image/geometry/resize';
import { angleBetween, normalizeDegrees } from '../../src/tags/image/geometry/rotation';
import {
  boundsBetween,
  boundsOf,
  distance,
  unionBounds,
  type Bounds,
  type Point,
  type Rect,
} from '../../src/tags/image/geometry/shapes';
import { snapToPixels } from '../../src/tags/image/geometry/snap';
import { rectOverSide } from '../../src/tags/image/geometry/threePoint';
import { image, pointIn, points, rects, sizes, uprightRects } from './arbitraries';

const NEAR = 1e-6;
const limits = boundsOf(image);

const holds = (area: Bounds, { x, y }: Point): boolean =>
  x >= area.minX - NEAR && y >= area.minY - NEAR && x <= area.maxX + NEAR && y <= area.maxY + NEAR;

const grown = (area: Bounds, by: number): Bounds => ({
  minX: area.minX - by,
  minY: area.minY - by,
  maxX: area.maxX + by,
  maxY: area.maxY + by,
});

function expectSameRect(actual: Rect, expected: Rect): void {
  for (const key of ['x', 'y', 'width', 'height', 'rotation'] as const)
    expect(actual[key]).toBeCloseTo(expected[key], 6);
}

/** The convex polygon's part inside the area, by cutting it at each of the four edges. */
function clip(polygon: readonly Point[], area: Bounds): Point[] {
  const edges: [(p: Point) => number, 'x' | 'y', number][] = [
    [(p) => p.x - area.minX, 'x', area.minX],
    [(p) => area.maxX - p.x, 'x', area.maxX],
    [(p) => p.y - area.minY, 'y', area.minY],
    [(p) => area.maxY - p.y, 'y', area.maxY],
  ];
  return edges.reduce<Point[]>(
    (rest, [inside]) =>
      rest.flatMap((point, position) => {
        const next = rest[(position + 1) % rest.length] ?? point;
        const [here, there] = [inside(point), inside(next)];
        const kept = here >= 0 ? [point] : [];
        if (here >= 0 === there >= 0) return kept;
        const share = here / (here - there);
        return [
          ...kept,
          { x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share },
        ];
      }),
    [...polygon],
  );
}

/** Inside a convex polygon by the side of each edge, with the distance from the nearest edge line. */
function insidePolygon(polygon: readonly Point[], point: Point): { inside: boolean; margin: number } {
  const sides = polygon.map((a, position) => {
    const b = polygon[(position + 1) % polygon.length] ?? a;
    return ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) / distance(a, b);
  });
  return { inside: sides.every((side) => side >= 0), margin: Math.min(...sides.map(Math.abs)) };
}

describe('percent', () => {
  test('pixels and percent are inverse to each other', () => {
    fc.assert(
      fc.property(rects, sizes, (rect, size) => expectSameRect(toPercent(toPixels(rect, size), size), rect)),
    );
  });

  test('x and width are shares of the width, y and height of the height', () => {
    const pixels = toPixels(
      { x: 10, y: 20, width: 30, height: 15.5, rotation: 45 },
      { width: 64, height: 48 },
    );
    expectSameRect(pixels, { x: 6.4, y: 9.6, width: 19.2, height: 7.44, rotation: 45 });
  });

  test('angles are stored as 0 <= rotation < 360', () => {
    const rotated = (rotation: number) =>
      toPercent({ x: 0, y: 0, width: 1, height: 1, rotation }, image).rotation;
    expect([370, -90, 360, 719].map(rotated)).toEqual([10, 270, 0, 359]);
  });
});

describe('rectangle', () => {
  test('turning about a pivot and back changes nothing', () => {
    fc.assert(
      fc.property(rects, points, fc.integer({ min: -720, max: 720 }), (rect, pivot, angle) => {
        const back = rotateAbout(rotateAbout(rect, pivot, angle), pivot, -angle);
        expectSameRect(
          { ...back, rotation: normalizeDegrees(back.rotation - rect.rotation + 180) },
          { ...rect, rotation: 180 },
        );
      }),
    );
  });

  test('turning about the centre keeps the centre', () => {
    fc.assert(
      fc.property(rects, fc.integer({ min: 0, max: 359 }), (rect, angle) => {
        expect(distance(centre(rotateAbout(rect, centre(rect), angle)), centre(rect))).toBeLessThan(NEAR);
      }),
    );
  });

  test('the frame of the rectangle and the image are inverse to each other', () => {
    fc.assert(
      fc.property(rects, points, (rect, point) => {
        expect(distance(fromLocal(rect, toLocal(rect, point)), point)).toBeLessThan(NEAR);
      }),
    );
  });

  test('contains the points its polygon contains', () => {
    fc.assert(
      fc.property(rects, points, (rect, point) => {
        const { inside, margin } = insidePolygon(corners(rect), point);
        fc.pre(margin > NEAR);
        expect(containsPoint(rect, point)).toBe(inside);
      }),
    );
  });

  test('meets an area when its polygon cut to the area is not empty', () => {
    fc.assert(
      fc.property(rects, points, points, (rect, a, b) => {
        const area = boundsBetween(a, b);
        if (clip(corners(rect), area).length > 0)
          expect(intersectsBounds(rect, grown(area, NEAR))).toBe(true);
        else
          expect(intersectsBounds(rect, area) && clip(corners(rect), grown(area, NEAR)).length === 0).toBe(
            false,
          );
      }),
    );
  });
});

describe('resize', () => {
  const free = { limits: { minX: -1e4, minY: -1e4, maxX: 1e4, maxY: 1e4 }, minSize: 0.1, keepRatio: false };
  const handles = fc.constantFrom(...RESIZE_HANDLES);
  const opposite = (rect: Rect, handle: ResizeHandle): Point => {
    const { x, y } = HANDLE_PLACES[handle];
    return fromLocal(rect, { x: (1 - x) * rect.width, y: (1 - y) * rect.height });
  };

  test('keeps what lies opposite of the handle, under every rotation', () => {
    fc.assert(
      fc.property(rects, handles, points, fc.boolean(), (rect, handle, to, keepRatio) => {
        const result = resize(rect, handle, to, { limits, minSize: 1, keepRatio });
        expect(distance(opposite(result, handle), opposite(rect, handle))).toBeLessThan(NEAR);
        expect(result.rotation).toBe(rect.rotation);
      }),
    );
  });

  test('brings the handle to the pointer when nothing limits it', () => {
    fc.assert(
      fc.property(rects, handles, points, (rect, handle, to) => {
        const { x, y } = HANDLE_PLACES[handle];
        const local = toLocal(rect, to);
        const wanted = {
          x: x === 0 ? rect.width - local.x : local.x,
          y: y === 0 ? rect.height - local.y : local.y,
        };
        fc.pre((x === 0.5 || wanted.x > 1) && (y === 0.5 || wanted.y > 1));
        const result = resize(rect, handle, to, free);
        expect(result.width).toBeCloseTo(x === 0.5 ? rect.width : wanted.x, 6);
        expect(result.height).toBeCloseTo(y === 0.5 ? rect.height : wanted.y, 6);
      }),
    );
  });

  test('leaves no corner further outside the image than it was', () => {
    fc.assert(
      fc.property(rects, handles, points, fc.boolean(), (rect, handle, to, keepRatio) => {
        const result = resize(rect, handle, to, { limits, minSize: 1, keepRatio });
        const allowed = unionBounds(limits, hull(rect));
        for (const corner of corners(result)) expect(holds(allowed, corner)).toBe(true);
      }),
    );
  });

  test('does not get smaller than the smallest size, nor turn inside out', () => {
    fc.assert(
      fc.property(rects, handles, points, (rect, handle, to) => {
        const result = resize(rect, handle, to, { limits, minSize: 3, keepRatio: false });
        expect(result.width).toBeGreaterThanOrEqual(Math.min(3, rect.width) - NEAR);
        expect(result.height).toBeGreaterThanOrEqual(Math.min(3, rect.height) - NEAR);
      }),
    );
  });

  test('corner handles keep the proportions on request', () => {
    fc.assert(
      fc.property(rects, fc.constantFrom(...RESIZE_HANDLES.filter(isCorner)), points, (rect, handle, to) => {
        const result = resize(rect, handle, to, { limits, minSize: 1, keepRatio: true });
        expect(result.width * rect.height).toBeCloseTo(result.height * rect.width, 3);
      }),
    );
  });

  test('an upright box slides along the edge it is dragged over', () => {
    const box = { x: 100, y: 100, width: 50, height: 50, rotation: 0 };
    const result = resize(box, 'se', { x: 9999, y: 300 }, { limits, minSize: 1, keepRatio: false });
    expect(result).toEqual({ x: 100, y: 100, width: 540, height: 200, rotation: 0 });
  });
});

describe('staying inside', () => {
  test('a move takes nothing further outside and is as long as possible', () => {
    fc.assert(
      fc.property(rects, points, (rect, delta) => {
        const before = hull(rect);
        const allowed = limitMove(before, delta, limits);
        const after = hull(moveBy(rect, allowed));
        const area = unionBounds(limits, before);
        expect(
          holds(area, { x: after.minX, y: after.minY }) && holds(area, { x: after.maxX, y: after.maxY }),
        ).toBe(true);
        for (const axis of ['x', 'y'] as const) {
          expect(Math.abs(allowed[axis])).toBeLessThanOrEqual(Math.abs(delta[axis]));
          expect(allowed[axis] * delta[axis]).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('a box inside moves up to the edge', () => {
    const box = hull({ x: 600, y: 10, width: 30, height: 20, rotation: 0 });
    expect(limitMove(box, { x: 100, y: -50 }, limits)).toEqual({ x: 10, y: -10 });
  });

  test('a box that does not fit shrinks to the image', () => {
    fc.assert(
      fc.property(uprightRects, (rect) => {
        const { x, y, width, height } = fitInside(rect, limits);
        expect(x >= 0 && y >= 0 && x + width <= image.width + NEAR && y + height <= image.height + NEAR).toBe(
          true,
        );
      }),
    );
  });
});

describe('three-point rectangle', () => {
  test('stands on its side, turned like it, inside the image', () => {
    fc.assert(
      fc.property(pointIn(image), pointIn(image), points, (a, b, to) => {
        fc.pre(distance(a, b) > 1);
        const rect = rectOverSide(a, b, to, limits);
        expect(rect.rotation).toBe(angleBetween(a, b));
        for (const end of [a, b]) {
          expect(Math.min(...corners(rect).map((corner) => distance(corner, end)))).toBeLessThan(NEAR);
        }
        for (const corner of corners(rect)) expect(holds(limits, corner)).toBe(true);
      }),
    );
  });

  test('reaches to the pointer on either side', () => {
    const [a, b] = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ];
    expect(rectOverSide(a, b, { x: 150, y: 140 }, limits)).toEqual({
      x: 100,
      y: 100,
      width: 100,
      height: 40,
      rotation: 0,
    });
    expect(rectOverSide(a, b, { x: 150, y: 60 }, limits)).toEqual({
      x: 100,
      y: 60,
      width: 100,
      height: 40,
      rotation: 0,
    });
  });
});

describe('snapping', () => {
  test('edges lie on whole pixels, at most half a pixel away, with at least one pixel between them', () => {
    fc.assert(
      fc.property(uprightRects, (rect) => {
        const { x, y, width, height } = snapToPixels(rect, 'pixel');
        for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(Math.abs(x - rect.x)).toBeLessThanOrEqual(0.5);
        if (rect.width >= 1) expect(Math.abs(x + width - rect.x - rect.width)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('turned boxes stay as they are', () => {
    const turned = { x: 1.3, y: 2.4, width: 5.5, height: 6.6, rotation: 30 };
    expect(snapToPixels(turned, 'pixel')).toBe(turned);
  });
});

describe('groups', () => {
  test('members keep their place in the frame', () => {
    fc.assert(
      fc.property(fc.array(uprightRects, { minLength: 2, maxLength: 5 }), uprightRects, (members, to) => {
        const from = frameOf(members);
        if (!from) throw new Error('Two members have a frame.');
        const moved = members.map((member) => mapFrame(member, from, to));
        const frame = frameOf(moved);
        if (!frame) throw new Error('Two members have a frame.');
        expectSameRect(frame, to);
      }),
    );
  });
});

const boxed = (rect: Rect) => ({ shape: { kind: 'rectangle', ...rect } as const, rect, bounds: hull(rect) });

describe('spatial index', () => {
  const lists = fc.array(
    rects.map((rect) => boxed(rect)),
    { maxLength: 40 },
  );

  test('finds the boxes whose hulls touch an area, in their order', () => {
    fc.assert(
      fc.property(lists, points, points, (boxes, a, b) => {
        const area = boundsBetween(a, b);
        const touches = ({ rect }: { rect: Rect }) => {
          const own = hull(rect);
          return (
            own.minX <= area.maxX && own.maxX >= area.minX && own.minY <= area.maxY && own.maxY >= area.minY
          );
        };
        expect(new BoxIndex(boxes).search(area)).toEqual(boxes.filter(touches));
      }),
    );
  });

  test('hits the smallest box under the point, the last of equals, like looking at each of them', () => {
    fc.assert(
      fc.property(lists, points, fc.double({ min: 0, max: 5, noNaN: true }), (boxes, point, tolerance) => {
        let best: { rect: Rect } | null = null;
        for (const box of boxes) {
          const size = box.rect.width * box.rect.height;
          if (
            containsPoint(box.rect, point, tolerance) &&
            (!best || size <= best.rect.width * best.rect.height)
          )
            best = box;
        }
        expect(new BoxIndex(boxes).at(point, tolerance)).toBe(best);
      }),
    );
  });

  test('rubber bands catch boxes, not their hulls', () => {
    const square = { x: 100, y: 100, width: 100, height: 100, rotation: 0 };
    const rect = rotateAbout(square, { x: 150, y: 150 }, 45);
    const diamond = boxed(rect);
    const index = new BoxIndex([diamond]);
    const nearCorner = boundsBetween({ x: 82, y: 82 }, { x: 90, y: 90 });
    expect(index.search(nearCorner)).toEqual([diamond]);
    expect(index.touching(nearCorner)).toEqual([]);
    expect(index.touching(hull(diamond.rect))).toEqual([diamond]);
    expect(index.touching(hull(rectOfBounds(nearCorner)))).toEqual([]);
  });

  test('an empty list has nothing to find', () => {
    const index = new BoxIndex([]);
    expect(index.search(limits)).toEqual([]);
    expect(index.at({ x: 1, y: 1 }, 2)).toBeNull();
  });
});
