import { EMPTY_MASK, trimmed, type Mask } from './mask';
import type { Size } from './shapes';

/*
 * The run-length code of brush results: a stream of bits, most significant first. 32 bits number of values, 5 bits word
 * size - 1, four times 4 bits run size - 1; then blocks: 1 bit "one value repeated", 2 bits which run size, that many
 * bits count - 1, and the value or values. The values are the channels of the image's pixels, red, green, blue and
 * alpha, row by row; a mask is in all four.
 */

const SIZES = [3, 4, 8, 16] as const;
const WORD = 8;
const LONGEST = 2 ** SIZES[3];
const CHANNELS = 4;

/** The rle bytes do not follow the format. */
export class RleError extends Error {
  override readonly name = 'RleError';
}

/** The code of a mask on an image of this size. Costs no more than the mask's own rectangle and its runs. */
export function encodeMask(mask: Mask, image: Size): number[] {
  const bits = new BitWriter();
  const total = image.width * image.height;
  bits.write(total * CHANNELS, 32);
  bits.write(WORD - 1, 5);
  for (const size of SIZES) bits.write(size - 1, 4);
  // Values of the run that is not written yet; it may go on in the next row.
  let value = 0;
  let length = 0;
  const add = (next: number, count: number): void => {
    if (count === 0) return;
    if (next !== value) {
      writeRun(bits, value, length * CHANNELS);
      value = next;
      length = 0;
    }
    length += count;
  };
  let at = 0;
  for (let row = 0; row < mask.height; row++) {
    const line = mask.alpha.subarray(row * mask.width, (row + 1) * mask.width);
    const begin = (mask.y + row) * image.width + mask.x;
    add(0, begin - at);
    for (let column = 0; column < mask.width;) {
      const alpha = line[column] ?? 0;
      const end = runEnd(line, column, alpha);
      add(alpha, end - column);
      column = end;
    }
    at = begin + mask.width;
  }
  add(0, total - at);
  writeRun(bits, value, length * CHANNELS);
  return bits.bytes();
}

/** Where the run of a value that begins at `from` ends. */
function runEnd(line: Uint8Array, from: number, value: number): number {
  // Masks hold nothing but 0 and 255 mostly: the other one is found at the speed of memory.
  const other = value === 0 ? 255 : value === 255 ? 0 : -1;
  const stop = other < 0 ? line.length : line.indexOf(other, from);
  const limit = stop < 0 ? line.length : stop;
  let end = from + 1;
  while (end < limit && line[end] === value) end++;
  return end;
}

function writeRun(bits: BitWriter, value: number, length: number): void {
  for (let rest = length; rest > 0; rest -= LONGEST) {
    const count = Math.min(rest, LONGEST) - 1;
    const size = SIZES.findIndex((candidate) => count < 2 ** candidate);
    bits.write(1, 1);
    bits.write(size, 2);
    bits.write(count, SIZES[size] ?? 16);
    bits.write(value, WORD);
  }
}

/** The mask that a code holds: the alpha channel of its values. */
export function decodeMask(bytes: readonly number[] | Uint8Array, image: Size): Mask {
  const { width, height } = image;
  let [top, bottom] = [height, 0];
  // First which rows are painted, so that no more than those need memory.
  eachPaintedRun(bytes, image, (_, from, to) => {
    top = Math.min(top, Math.floor(from / width));
    bottom = Math.max(bottom, Math.floor((to - 1) / width) + 1);
  });
  if (bottom <= top) return EMPTY_MASK;
  const alpha = new Uint8Array(width * (bottom - top));
  eachPaintedRun(bytes, image, (value, from, to) => alpha.fill(value, from - top * width, to - top * width));
  return trimmed({ x: 0, y: top, width, height: bottom - top, alpha });
}

/** Whether the code has no painted pixel. */
export function isBlank(bytes: readonly number[] | Uint8Array): boolean {
  let blank = true;
  eachRun(bytes, (value) => {
    blank &&= value === 0;
    return blank;
  });
  return blank;
}

function eachPaintedRun(
  bytes: readonly number[] | Uint8Array,
  { width, height }: Size,
  run: (value: number, from: number, to: number) => void,
): void {
  const total = width * height;
  eachRun(bytes, (value, start, count) => {
    if (value === 0) return true;
    // Pixels whose fourth channel lies in the run.
    const from = Math.max(0, Math.ceil((start - (CHANNELS - 1)) / CHANNELS));
    const to = Math.min(total, Math.floor((start + count - CHANNELS) / CHANNELS) + 1);
    if (from < to) run(value, from, to);
    return true;
  });
}

/** Gives each run of a value with its place among the values, until `run` answers false. */
function eachRun(
  bytes: readonly number[] | Uint8Array,
  run: (value: number, start: number, count: number) => boolean,
): void {
  const bits = new BitReader(bytes);
  const total = bits.read(32);
  const word = bits.read(5) + 1;
  const sizes = [0, 0, 0, 0].map(() => bits.read(4) + 1);
  for (let at = 0; at < total;) {
    const repeated = bits.read(1) === 1;
    const count = Math.min(bits.read(sizes[bits.read(2)] ?? 1) + 1, total - at);
    if (repeated) {
      if (!run(bits.read(word), at, count)) return;
    } else {
      for (let place = 0; place < count; place++) if (!run(bits.read(word), at + place, 1)) return;
    }
    at += count;
  }
}

class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** Bits of the byte at `#length` that are used. */
  #used = 0;

  write(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const room = 8 - this.#used;
      const taken = Math.min(room, left);
      const part = Math.floor(value / 2 ** (left - taken)) % 2 ** taken;
      this.#bytes[this.#length] = (this.#bytes[this.#length] ?? 0) | (part << (room - taken));
      this.#used += taken;
      left -= taken;
      if (this.#used < 8) continue;
      this.#used = 0;
      this.#length++;
      if (this.#length < this.#bytes.length) continue;
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
  }

  bytes(): number[] {
    return Array.from(this.#bytes.subarray(0, this.#length + (this.#used > 0 ? 1 : 0)));
  }
}

class BitReader {
  readonly #bytes: readonly number[] | Uint8Array;
  #at = 0;

  constructor(bytes: readonly number[] | Uint8Array) {
    this.#bytes = bytes;
  }

  read(count: number): number {
    let value = 0;
    for (let left = count; left > 0;) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new RleError('The mask ends before its last pixel.');
      const room = 8 - (this.#at & 7);
      const taken = Math.min(room, left);
      value = value * 2 ** taken + ((byte >> (room - taken)) & (2 ** taken - 1));
      this.#at += taken;
      left -= taken;
    }
    return value;
  }
}
