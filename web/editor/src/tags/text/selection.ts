import { blockAt, type Block, type Stretch } from './layout';

/*
 * Between the text's offsets (UTF-16 units) and places in the page. Each segment of the drawn text carries its offset,
 * so neither direction has to walk the whole text.
 */

/** Offset of a place in the page; null when it lies outside of the text. */
export function offsetAt(root: HTMLElement, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  if (node instanceof Text) {
    const start = Number(node.parentElement?.dataset['start'] ?? NaN);
    return Number.isNaN(start) ? null : start + offset;
  }
  const child = node.childNodes[offset];
  if (child instanceof HTMLElement && child.dataset['start'] !== undefined)
    return Number(child.dataset['start']);
  if (node instanceof HTMLElement && node.dataset['start'] !== undefined) {
    return Number(node.dataset['start']) + (offset === 0 ? 0 : (node.textContent ?? '').length);
  }
  return offset === 0 ? 0 : (root.textContent ?? '').length;
}

/** What is selected of the text, in its offsets; null when the selection touches nothing of it. */
export function selectedStretch(root: HTMLElement, selection: Selection | null): Stretch | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  // A selection that began or ended outside covers the text to that side.
  const stretch = { start: start ?? 0, end: end ?? (root.textContent ?? '').length };
  return stretch.start < stretch.end && (start !== null || end !== null) ? stretch : null;
}

/** The page's range of a stretch of the text; null when it is not drawn. */
export function rangeOf(root: HTMLElement, blocks: readonly Block[], { start, end }: Stretch): Range | null {
  const from = placeOf(root, blocks, start, 'after');
  const to = placeOf(root, blocks, end, 'before');
  if (from === null || to === null) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Text node and offset of a position; at a border, of the segment `after` or `before` it. */
function placeOf(
  root: HTMLElement,
  blocks: readonly Block[],
  position: number,
  side: 'after' | 'before',
): { node: Node; offset: number } | null {
  const block = root.children[blockAt(blocks, side === 'after' ? position : Math.max(0, position - 1))];
  if (block === undefined) return null;
  let found: HTMLElement | null = null;
  for (const segment of block.children) {
    if (!(segment instanceof HTMLElement)) continue;
    const start = Number(segment.dataset['start']);
    if (side === 'after' ? start > position : start >= position) break;
    found = segment;
  }
  const node = found?.firstChild;
  if (found === null || node === null || node === undefined) return null;
  return {
    node,
    offset: Math.min(position - Number(found.dataset['start']), (node.textContent ?? '').length),
  };
}
