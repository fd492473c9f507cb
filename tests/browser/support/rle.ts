/** Painted pixels of a brush result: the bits of its run-length code, read by the letter of the format. */
export function paintedPixels(bytes: readonly number[], width: number, height: number): boolean[] {
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const read = (count: number): number => {
    const value = Number.parseInt(bits.slice(at, at + count), 2);
    at += count;
    return value;
  };
  const total = read(32);
  const word = read(5) + 1;
  const sizes = [read(4) + 1, read(4) + 1, read(4) + 1, read(4) + 1];
  const values: number[] = [];
  while (values.length < total) {
    const repeated = read(1) === 1;
    const length = read(sizes[read(2)] ?? 0) + 1;
    if (repeated) {
      const value = read(word);
      for (let place = 0; place < length; place++) values.push(value);
    } else for (let place = 0; place < length; place++) values.push(read(word));
  }
  if (total !== width * height * 4) throw new Error(`The mask has ${String(total)} values.`);
  return Array.from({ length: width * height }, (_, pixel) => (values[4 * pixel + 3] ?? 0) > 0);
}
