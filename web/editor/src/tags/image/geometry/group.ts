import { hull, isUpright, rectOfBounds } from './rectangle';
import { unionOf, type Rect } from './shapes';

/** The box that carries the handles: the rectangle itself, or the upright area around several. `null` for none. */
export function frameOf(rects: readonly Rect[]): Rect | null {
  const [first] = rects;
  if (!first) return null;
  return rects.length === 1 ? first : rectOfBounds(unionOf(rects.map(hull)));
}

/** Whether the group can be stretched in one direction only: turned members would turn into rhomboids. */
export const stretchesFreely = (rects: readonly Rect[]): boolean =>
  rects.length === 1 || rects.every(isUpright);

/** A member of a group after the group's upright frame changed from one box to another. */
export function mapFrame(rect: Rect, from: Rect, to: Rect): Rect {
  const scaleX = from.width > 0 ? to.width / from.width : 1;
  const scaleY = from.height > 0 ? to.height / from.height : 1;
  return {
    x: to.x + (rect.x - from.x) * scaleX,
    y: to.y + (rect.y - from.y) * scaleY,
    width: rect.width * scaleX,
    height: rect.height * scaleY,
    rotation: rect.rotation,
  };
}
