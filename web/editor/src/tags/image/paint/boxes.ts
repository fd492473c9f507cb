import { toScreen } from '../geometry/camera';
import { centre, hull } from '../geometry/rectangle';
import type { Rect } from '../geometry/shapes';
import type { ImageRegion } from '../types';
import { screenBounds, traceRect, type Pen } from './pen';
import { paintTag } from './tag';

/** A region and where to draw it, which during a gesture is not where it is. */
export interface PaintedBox {
  readonly rect: Rect;
  readonly region: ImageRegion;
}

export type Emphasis = 'none' | 'hovered' | 'selected';

const DEFAULT_OPACITY = 0.2;
const DEFAULT_STROKE = 1;
/** Boxes smaller than this on the screen are drawn as dots. */
const DOT = 3;
/** Boxes smaller than this on the screen have no label unless emphasised. */
const LABEL_FROM = 18;

/** Draws boxes in the given order. */
export function paintBoxes(pen: Pen, boxes: Iterable<PaintedBox>, emphasis: Emphasis): void {
  for (const box of boxes) paintBox(pen, box, emphasis);
}

function paintBox(pen: Pen, { rect, region }: PaintedBox, emphasis: Emphasis): void {
  const { ctx, camera } = pen;
  ctx.fillStyle = region.color;
  if (emphasis === 'none' && Math.max(rect.width, rect.height) * camera.scale < DOT) {
    const { x, y } = toScreen(camera, centre(rect));
    ctx.fillRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
    return;
  }
  const thin = region.strokeWidth ?? DEFAULT_STROKE;
  const lineWidth = emphasis === 'none' ? thin : thin + 1;
  traceRect(pen, rect, lineWidth);
  const opacity = region.opacity ?? DEFAULT_OPACITY;
  if (opacity > 0) {
    ctx.globalAlpha = emphasis === 'hovered' ? Math.min(1, opacity + 0.1) : opacity;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  if (emphasis === 'selected') {
    ctx.lineWidth = lineWidth + 2;
    ctx.strokeStyle = 'rgba(255, 255, 255, 0.9)';
    ctx.stroke();
  }
  if (lineWidth > 0) {
    ctx.lineWidth = lineWidth;
    ctx.strokeStyle = region.color;
    ctx.stroke();
  }
}

/** Draws number and label above the boxes, inside where there is no room above. */
export function paintLabels(pen: Pen, boxes: Iterable<PaintedBox>, emphasis: Emphasis): void {
  for (const { rect, region } of boxes) {
    const text = [region.index, region.label].filter((part) => part !== undefined && part !== '').join(' ');
    if (!text) continue;
    const area = screenBounds(pen.camera, hull(rect));
    const size = Math.max(area.maxX - area.minX, area.maxY - area.minY);
    if (emphasis === 'none' && size < LABEL_FROM) continue;
    paintTag(pen, text, region.color, area);
  }
}
