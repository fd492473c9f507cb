import { PNG } from 'pngjs';

/** A PNG of this size: a street of coloured boxes, another for every `seed`. */
export function picture(width: number, height: number, seed: number): Buffer {
  const png = new PNG({ width, height });
  const paint = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    color: readonly number[],
  ): void => {
    for (let y = Math.round(top * height); y < bottom * height; y++) {
      for (let x = Math.round(left * width); x < right * width; x++) {
        png.data.set([...color, 255], (y * width + x) * 4);
      }
    }
  };
  paint(0, 0, 1, 0.6, [198, 221, 238]);
  paint(0, 0.6, 1, 1, [120, 124, 128]);
  for (let house = 0; house < 5; house++) {
    const tall = 0.15 + (((house + seed) * 7) % 5) * 0.07;
    paint(house * 0.2, 0.6 - tall, house * 0.2 + 0.17, 0.6, [150 + house * 15, 130, 110 + seed * 20]);
  }
  paint(0.1, 0.66, 0.34, 0.78, [190, 50, 50]);
  paint(0.55, 0.7, 0.8, 0.84, [50, 90, 180]);
  paint(0.88, 0.45, 0.91, 0.75, [40, 120, 80]);
  return PNG.sync.write(png);
}
