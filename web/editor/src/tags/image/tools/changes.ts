import type { Rect } from '../geometry/shapes';
import { snapToPixels } from '../geometry/snap';
import type { ImageRegion } from '../types';
import type { Box } from './scene';

/** New rectangles by id, of those boxes only that a gesture really changed. */
export function changesOf(boxes: readonly Box[], change: (box: Box) => Rect): Map<string, Rect> {
  const changes = new Map<string, Rect>();
  for (const box of boxes) {
    const rect = change(box);
    if (!sameRect(rect, box.rect)) changes.set(box.id, rect);
  }
  return changes;
}

const sameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.rotation === b.rotation;

/** The frame as the region's control wants it: the edges of boxes, not of other shapes, lie on whole pixels. */
export const snapFrame = (rect: Rect, { shape, snap = 'none' }: ImageRegion): Rect =>
  shape.kind === 'rectangle' ? snapToPixels(rect, snap) : rect;
