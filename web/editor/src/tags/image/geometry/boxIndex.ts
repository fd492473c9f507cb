import Flatbush from 'flatbush';
import { containsPoint, intersectsBounds } from './rectangle';
import type { Bounds, Point, Rect } from './shapes';

/** What the index needs to know of a thing on the canvas. */
export interface Indexed {
  readonly rect: Rect;
  /** The rectangle's hull. */
  readonly bounds: Bounds;
}

/**
 * Finds boxes by place. Built once for a list of boxes and never changed: building takes about a
 * millisecond for thousands, so a new list gets a new index. Later boxes lie above earlier ones.
 */
export class BoxIndex<Box extends Indexed> {
  readonly #boxes: readonly Box[];
  readonly #tree: Flatbush | null;

  constructor(boxes: readonly Box[]) {
    this.#boxes = boxes;
    this.#tree = boxes.length > 0 ? new Flatbush(boxes.length) : null;
    if (this.#tree) {
      for (const { bounds } of boxes) this.#tree.add(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY);
      this.#tree.finish();
    }
  }

  /** Boxes whose upright hull touches the area, lowest first. */
  search(area: Bounds): Box[] {
    const found = this.#tree?.search(area.minX, area.minY, area.maxX, area.maxY) ?? [];
    return found.sort((a, b) => a - b).flatMap((position) => this.#boxes[position] ?? []);
  }

  /** Boxes that themselves, not just their hulls, share a point with the area, lowest first. */
  touching(area: Bounds): Box[] {
    return this.search(area).filter(({ rect }) => intersectsBounds(rect, area));
  }

  /**
   * The box a click at the point means: the smallest that contains it (grown by `tolerance`), so that a
   * box inside another can be reached; among equals the highest.
   */
  at(point: Point, tolerance: number): Box | null {
    let best: Box | null = null;
    let bestArea = Infinity;
    const around = {
      minX: point.x - tolerance,
      minY: point.y - tolerance,
      maxX: point.x + tolerance,
      maxY: point.y + tolerance,
    };
    for (const box of this.search(around)) {
      const area = box.rect.width * box.rect.height;
      if (area <= bestArea && containsPoint(box.rect, point, tolerance)) {
        best = box;
        bestArea = area;
      }
    }
    return best;
  }
}
