/** A picture with something to see at every zoom: hills, a road, single marked pixels. Gives its address. */
export function drawPicture(width: number, height: number): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('No canvas.');
  const sky = ctx.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#7fb2e5');
  sky.addColorStop(1, '#e8eef2');
  ctx.fillStyle = sky;
  ctx.fillRect(0, 0, width, height);
  for (const [level, color] of [
    [0.45, '#7d9c7a'],
    [0.6, '#5e7f5b'],
    [0.78, '#4a4f55'],
  ] as const) {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(0, height);
    for (let x = 0; x <= width; x += width / 64)
      ctx.lineTo(x, height * (level + 0.05 * Math.sin((x / width) * 9 + level * 20)));
    ctx.lineTo(width, height);
    ctx.fill();
  }
  ctx.fillStyle = '#c33';
  for (let step = 0; step < 400; step += 1)
    ctx.fillRect((step * 7919) % width, (step * 104729) % height, 1, 1);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(URL.createObjectURL(blob ?? new Blob()))));
}
