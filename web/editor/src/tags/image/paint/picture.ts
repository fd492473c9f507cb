import { visibleBounds, type Camera } from '../geometry/camera';
import { levelFor, type Picture } from '../picture';
import { screenBounds, sharp, type Pen } from './pen';

/** From this many device pixels per image pixel on, `auto` smoothing shows the pixels as squares. */
const CRISP_FROM = 3;

/** Draws the visible part of the picture from the smallest level that is sharp enough. */
export function paintPicture(pen: Pen, picture: Picture, smoothing: boolean | 'auto'): void {
  const { ctx, camera, window, pixelRatio } = pen;
  const deviceScale = camera.scale * pixelRatio;
  const level = levelFor(picture, deviceScale);
  const scaleX = level.size.width / picture.size.width;
  const scaleY = level.size.height / picture.size.height;
  const seen = visibleBounds(camera, window);
  // Whole pixels of the level, so that smoothing at the window's border does not depend on the pan.
  const left = Math.max(0, Math.floor(seen.minX * scaleX));
  const top = Math.max(0, Math.floor(seen.minY * scaleY));
  const width = Math.min(level.size.width, Math.ceil(seen.maxX * scaleX)) - left;
  const height = Math.min(level.size.height, Math.ceil(seen.maxY * scaleY)) - top;
  if (width <= 0 || height <= 0) return;

  ctx.save();
  ctx.imageSmoothingEnabled = smoothing === 'auto' ? deviceScale < CRISP_FROM : smoothing;
  // A level is reduced by less than half: the quickest filter loses nothing.
  ctx.imageSmoothingQuality = 'low';
  ctx.transform(...matrixOf(camera));
  ctx.drawImage(
    level.source,
    left,
    top,
    width,
    height,
    left / scaleX,
    top / scaleY,
    width / scaleX,
    height / scaleY,
  );
  ctx.restore();
}

/** The camera as a canvas transform from image pixels to CSS pixels. */
export function matrixOf({
  image,
  rotation,
  scale,
  x,
  y,
}: Camera): [number, number, number, number, number, number] {
  switch (rotation) {
    case 0:
      return [scale, 0, 0, scale, x, y];
    case 90:
      return [0, scale, -scale, 0, x + image.height * scale, y];
    case 180:
      return [-scale, 0, 0, -scale, x + image.width * scale, y + image.height * scale];
    case 270:
      return [0, -scale, scale, 0, x, y + image.width * scale];
  }
}

/** Draws grid lines over the picture, `gap` image pixels apart. */
export function paintGrid({ ctx, camera, pixelRatio }: Pen, gap: number, color: string): void {
  const { width, height } = camera.image;
  const area = screenBounds(camera, {
    minX: 0,
    minY: 0,
    maxX: width,
    maxY: height,
  });
  const step = gap * camera.scale;
  if (step < 2) return;
  ctx.save();
  ctx.globalAlpha = 0.15;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = area.minX + step; x < area.maxX; x += step) {
    const at = sharp(x, 1, pixelRatio);
    ctx.moveTo(at, area.minY);
    ctx.lineTo(at, area.maxY);
  }
  for (let y = area.minY + step; y < area.maxY; y += step) {
    const at = sharp(y, 1, pixelRatio);
    ctx.moveTo(area.minX, at);
    ctx.lineTo(area.maxX, at);
  }
  ctx.stroke();
  ctx.restore();
}
