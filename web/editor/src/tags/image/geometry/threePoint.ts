import { reach } from './clamp';
import { fromLocal, toLocal } from './rectangle';
import { angleBetween, rotateVector } from './rotation';
import { distance, type Bounds, type Point, type Rect } from './shapes';

/**
 * The rectangle over the side from `a` to `b` that reaches as far to either side as `to` does. Its
 * rotation is the angle of the side; both far corners stay inside the limits, which hold `a` and `b`.
 */
export function rectOverSide(a: Point, b: Point, to: Point, limits: Bounds): Rect {
  const side: Rect = {
    x: a.x,
    y: a.y,
    width: distance(a, b),
    height: 0,
    rotation: angleBetween(a, b),
  };
  const offset = toLocal(side, to).y;
  const outward = rotateVector({ x: 0, y: offset < 0 ? -1 : 1 }, side.rotation);
  const height = Math.min(Math.abs(offset), reach(a, outward, limits), reach(b, outward, limits));
  const corner = offset < 0 ? fromLocal(side, { x: 0, y: -height }) : a;
  return { ...side, x: corner.x, y: corner.y, height };
}
