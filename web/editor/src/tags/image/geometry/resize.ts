import { reach } from './clamp';
import { fromLocal, hull, toLocal } from './rectangle';
import { rotateVector } from './rotation';
import { clamp, unionBounds, type Bounds, type Point, type Rect } from './shapes';

/** The eight handles, named by compass for the unturned rectangle. */
export const RESIZE_HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;

export type ResizeHandle = (typeof RESIZE_HANDLES)[number];

/** Where a handle sits, in shares of width and height from the top-left corner. */
export const HANDLE_PLACES: Readonly<Record<ResizeHandle, Point>> = {
  nw: { x: 0, y: 0 },
  n: { x: 0.5, y: 0 },
  ne: { x: 1, y: 0 },
  e: { x: 1, y: 0.5 },
  se: { x: 1, y: 1 },
  s: { x: 0.5, y: 1 },
  sw: { x: 0, y: 1 },
  w: { x: 0, y: 0.5 },
};

export const handlePoint = (rect: Rect, handle: ResizeHandle): Point => {
  const place = HANDLE_PLACES[handle];
  return fromLocal(rect, { x: place.x * rect.width, y: place.y * rect.height });
};

export const isCorner = (handle: ResizeHandle): boolean => handle.length === 2;

export interface ResizeRules {
  /** The moving corners stay in here, or where they already were. */
  limits: Bounds;
  /** Neither side gets shorter than this, unless it already was. */
  minSize: number;
  /** Corner handles keep the proportions. */
  keepRatio: boolean;
}

/**
 * The rectangle with one handle dragged to a point. The opposite corner (for an edge handle, the
 * opposite edge) stays where it is whatever the rotation; the rectangle does not turn inside out.
 */
export function resize(rect: Rect, handle: ResizeHandle, to: Point, rules: ResizeRules): Rect {
  const { width, height } = rect;
  const place = HANDLE_PLACES[handle];
  const local = toLocal(rect, to);
  const limits = unionBounds(rules.limits, hull(rect));
  // From the fixed corner, the two directions in which width and height grow.
  const anchor = fromLocal(rect, {
    x: place.x === 0 ? width : 0,
    y: place.y === 0 ? height : 0,
  });
  const right = rotateVector({ x: place.x === 0 ? -1 : 1, y: 0 }, rect.rotation);
  const down = rotateVector({ x: 0, y: place.y === 0 ? -1 : 1 }, rect.rotation);

  let newWidth = wanted(place.x, local.x, width, rules.minSize);
  let newHeight = wanted(place.y, local.y, height, rules.minSize);
  if (rules.keepRatio && isCorner(handle) && width > 0 && height > 0) {
    const smallest = Math.max(
      Math.min(rules.minSize, width) / width,
      Math.min(rules.minSize, height) / height,
    );
    const across = scaled(right, width);
    const along = scaled(down, height);
    const largest = Math.max(
      1,
      Math.min(
        reach(anchor, across, limits),
        reach(anchor, along, limits),
        reach(anchor, sum(across, along), limits),
      ),
    );
    const ratio = clamp(Math.max(newWidth / width, newHeight / height), smallest, largest);
    newWidth = width * ratio;
    newHeight = height * ratio;
  } else {
    if (newWidth > width) {
      const far = sum(anchor, scaled(down, height));
      newWidth = Math.max(width, Math.min(newWidth, reach(anchor, right, limits), reach(far, right, limits)));
    }
    if (newHeight > height) {
      const far = sum(anchor, scaled(right, newWidth));
      newHeight = Math.max(
        height,
        Math.min(newHeight, reach(anchor, down, limits), reach(far, down, limits)),
      );
    }
  }
  const corner = fromLocal(rect, {
    x: place.x === 0 ? width - newWidth : 0,
    y: place.y === 0 ? height - newHeight : 0,
  });
  return {
    x: corner.x,
    y: corner.y,
    width: newWidth,
    height: newHeight,
    rotation: rect.rotation,
  };
}

function wanted(place: number, at: number, size: number, minSize: number): number {
  if (place === 0.5) return size;
  return Math.max(place === 0 ? size - at : at, Math.min(minSize, size));
}

const scaled = (vector: Point, by: number): Point => ({
  x: vector.x * by,
  y: vector.y * by,
});
const sum = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
