/** What is needed of a rectangle. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Curve {
  /** SVG path. */
  path: string;
  /** Transform of an arrow head that points right and ends at the origin. */
  startArrow: string;
  endArrow: string;
  middle: { x: number; y: number };
}

/** How far a curve rises over what it connects. */
const rise = { least: 14, most: 32, share: 0.14 };

/** An arc from the top of one box to the top of another; a box connected with itself gets a loop. */
export function curve(from: Box, to: Box, origin: { left: number; top: number }): Curve {
  const same = from === to || (from.left === to.left && from.top === to.top && from.right === to.right);
  const startX = (from.left + from.right) / 2 - origin.left - (same ? 8 : 0);
  const endX = (to.left + to.right) / 2 - origin.left + (same ? 8 : 0);
  const startY = from.top - origin.top;
  const endY = to.top - origin.top;
  const height = Math.min(
    rise.most,
    Math.max(rise.least, Math.hypot(endX - startX, endY - startY) * rise.share),
  );
  const top = Math.min(startY, endY) - height;
  const lean = same ? 24 : (endX - startX) * 0.2;
  const c1 = { x: startX + (same ? -lean : lean), y: top };
  const c2 = { x: endX + (same ? lean : -lean), y: top };
  return {
    path: `M${startX} ${startY}C${c1.x} ${c1.y} ${c2.x} ${c2.y} ${endX} ${endY}`,
    startArrow: arrow({ x: startX, y: startY }, c1),
    endArrow: arrow({ x: endX, y: endY }, c2),
    middle: { x: (startX + 3 * c1.x + 3 * c2.x + endX) / 8, y: (startY + 6 * top + endY) / 8 },
  };
}

function arrow(tip: { x: number; y: number }, control: { x: number; y: number }): string {
  const angle = (Math.atan2(tip.y - control.y, tip.x - control.x) * 180) / Math.PI;
  return `translate(${tip.x} ${tip.y}) rotate(${angle})`;
}
