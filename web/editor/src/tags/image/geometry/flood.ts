import { trimmed, type Mask } from './mask';
import type { Point, Size } from './shapes';

/** Colours of a picture, four bytes a pixel: red, green, blue, alpha. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray;
}

/**
 * Everything around a pixel that can be reached over pixels of nearly its colour: no channel differs by more than
 * `threshold`, 0..255. Edges are smoothed over `blur` pixels.
 */
export function flood(pixels: Pixels, from: Point, threshold: number, blur: number): Mask {
  const { width, height } = pixels;
  const x = Math.floor(from.x);
  const y = Math.floor(from.y);
  const alpha = new Uint8Array(width * height);
  if (x >= 0 && y >= 0 && x < width && y < height) fill(pixels, alpha, y * width + x, threshold);
  if (blur >= 1) smooth(alpha, pixels, Math.round(blur));
  return trimmed({ x: 0, y: 0, width, height, alpha });
}

/** Marks whole stretches of rows, and looks above and below each for where to go on. */
function fill({ width, height, data }: Pixels, marked: Uint8Array, start: number, threshold: number): void {
  const [red, green, blue] = [data[4 * start] ?? 0, data[4 * start + 1] ?? 0, data[4 * start + 2] ?? 0];
  const alike = (pixel: number): boolean =>
    marked[pixel] === 0 &&
    Math.abs((data[4 * pixel] ?? 0) - red) <= threshold &&
    Math.abs((data[4 * pixel + 1] ?? 0) - green) <= threshold &&
    Math.abs((data[4 * pixel + 2] ?? 0) - blue) <= threshold;
  const waiting = [start];
  for (let seed = waiting.pop(); seed !== undefined; seed = waiting.pop()) {
    if (!alike(seed)) continue;
    const row = Math.floor(seed / width);
    let left = seed;
    while (left > row * width && alike(left - 1)) left--;
    let right = seed;
    while (right < (row + 1) * width - 1 && alike(right + 1)) right++;
    marked.fill(255, left, right + 1);
    for (const other of [row - 1, row + 1]) {
      if (other < 0 || other >= height) continue;
      const shift = (other - row) * width;
      let inside = false;
      for (let pixel = left + shift; pixel <= right + shift; pixel++) {
        const here = alike(pixel);
        if (here && !inside) waiting.push(pixel);
        inside = here;
      }
    }
  }
}

/** Keeps the pixels more than half of whose surroundings are marked, first along rows and then along columns. */
function smooth(marked: Uint8Array, { width, height }: Size, radius: number): void {
  majority(marked, height, width, width, 1, radius);
  majority(marked, width, height, 1, width, radius);
}

function majority(
  marked: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): void {
  const line = new Uint8Array(length);
  for (let number = 0; number < lines; number++) {
    const start = number * lineStep;
    let sum = 0;
    for (let at = 0; at < length; at++) line[at] = marked[start + at * step] === 0 ? 0 : 1;
    for (let at = 0; at < Math.min(radius, length); at++) sum += line[at] ?? 0;
    for (let at = 0; at < length; at++) {
      sum += line[at + radius] ?? 0;
      const seen = Math.min(length - 1, at + radius) - Math.max(0, at - radius) + 1;
      marked[start + at * step] = 2 * sum > seen ? 255 : 0;
      sum -= line[at - radius] ?? 0;
    }
  }
}
