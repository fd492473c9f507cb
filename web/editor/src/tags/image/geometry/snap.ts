import { isUpright } from './rectangle';
import type { Rect } from './shapes';

/** What the `snap` attribute of a control allows. */
export type Snap = 'pixel' | 'none';

/**
 * The rectangle with its edges on whole image pixels, at least one pixel in each direction.
 * Turned rectangles have no edges that could lie on pixel borders and stay as they are.
 */
export function snapToPixels(rect: Rect, snap: Snap): Rect {
  if (snap === 'none' || !isUpright(rect)) return rect;
  const x = Math.round(rect.x);
  const y = Math.round(rect.y);
  return {
    ...rect,
    x,
    y,
    width: Math.max(1, Math.round(rect.x + rect.width) - x),
    height: Math.max(1, Math.round(rect.y + rect.height) - y),
  };
}
