import Flatbush from 'flatbush';
import { shapeContains, shapeTouches, type Shape } from './shape';
import type { Bounds, Point, Rect } from './shapes';

/** What the index needs to know of a thing on the canvas. */
export interface Indexed {
  readonly shape: Shape;
  /** The shape's frame. */
  readonly rect: Rect;
  /** The upright area around the shape. */
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

  /** Things whose upright area touches the area, lowest first. */
  search(area: Bounds): Box[] {
    const found = this.#tree?.search(area.minX, area.minY, area.maxX, area.maxY) ?? [];
    return found.sort((a, b) => a - b).flatMap((position) => this.#boxes[position] ?? []);
  }

  /** Boxes that themselves, not just their hulls, share a point with the area, lowest first. */
  touching(area: Bounds): Box[] {
    return this.search(area).filter(({ shape }) => shapeTouches(shape, area));
  }

  /**
   * The box a click at the point means: the smallest that contains it (grown by `tolerance`), so that a
   * box inside another can be reached; among equals the highest.
   */
  at(point: Point, tolerance: number): Box | null {
    let best: Box | null = null;
    let bestArea = Infinity;
    // Thin things are caught from further away than the edges of boxes.
    const around = {
      minX: point.x - 3 * tolerance,
      minY: point.y - 3 * tolerance,
      maxX: point.x + 3 * tolerance,
      maxY: point.y + 3 * tolerance,
    };
    for (const box of this.search(around)) {
      const area = box.rect.width * box.rect.height;
      if (area <= bestArea && shapeContains(box.shape, point, tolerance)) {
        best = box;
        bestArea = area;
      }
    }
    return best;
  }
}
