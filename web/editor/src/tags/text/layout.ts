/*
 * How a text with many overlapping regions is drawn: the text is cut into blocks of lines, each block into segments
 * that lie under the same regions. Only blocks whose regions changed are drawn again.
 */

/** One region as it lies on the text, in UTF-16 units. */
export interface Span {
  id: string;
  start: number;
  end: number;
  color: string;
  /** Shown after the region; empty for none. */
  label: string;
  state: 'plain' | 'hovered' | 'selected' | 'candidate';
  /** Height of its underline: overlapping regions lie on different ones. */
  lane: number;
}

/** A part of a text in UTF-16 units, end excluded. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Block {
  start: number;
  end: number;
  /** Number of its first line, from 1. */
  line: number;
}

export interface Segment {
  start: number;
  end: number;
  /** Spans over the segment, in the order given. */
  spans: readonly Span[];
  /** Spans that end here. */
  ending: readonly Span[];
}

/** Blocks of whole lines, each at least `size` units long where the text is long enough. */
export function splitBlocks(text: string, size = 3000): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let line = 1;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    if (at + 1 - start < size) continue;
    blocks.push({ start, end: at + 1, line });
    start = at + 1;
    line += lines;
    lines = 0;
  }
  if (start < text.length || blocks.length === 0) blocks.push({ start, end: text.length, line });
  return blocks;
}

/** Gives each span the lowest lane that is free over its whole length. */
export function assignLanes<T extends { start: number; end: number }>(
  spans: readonly T[],
): (T & { lane: number })[] {
  const laneEnds: number[] = [];
  const order = spans
    .map((_, index) => index)
    .sort((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0));
  const lanes = new Array<number>(spans.length).fill(0);
  for (const index of order) {
    const span = spans[index];
    if (span === undefined) continue;
    const free = laneEnds.findIndex((end) => end <= span.start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = span.end;
    lanes[index] = lane;
  }
  return spans.map((span, index) => ({ ...span, lane: lanes[index] ?? 0 }));
}

/** Spans of each block, in the order given. */
export function spansByBlock(blocks: readonly Block[], spans: readonly Span[]): Span[][] {
  const lists: Span[][] = blocks.map(() => []);
  for (const span of spans) {
    const first = blockAt(blocks, span.start);
    for (let index = first; index === first || (blocks[index]?.start ?? Infinity) < span.end; index++)
      lists[index]?.push(span);
  }
  return lists;
}

/** Index of the block that holds a position. */
export function blockAt(blocks: readonly Block[], position: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Cuts a block wherever a span begins or ends. */
export function segmentsOf({ start, end }: Block, spans: readonly Span[]): Segment[] {
  const cuts = new Set([start, end]);
  for (const span of spans) {
    if (span.start > start && span.start < end) cuts.add(span.start);
    if (span.end > start && span.end < end) cuts.add(span.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  const open = new Set<Span>();
  let next = 0;
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    for (let span = byStart[next]; span !== undefined && span.start <= from; span = byStart[++next])
      open.add(span);
    for (const span of open) if (span.end <= from) open.delete(span);
    const over = [...open];
    return { start: from, end: to, spans: over, ending: over.filter((span) => span.end === to) };
  });
}

/** The span a click means: the shortest at that place, the latest among equals; with a selected one there, the next. */
export function spanAt(spans: readonly Span[], position: number): Span | null {
  const over = spans
    .filter((span) => span.start <= position && position < span.end)
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start) || b.index - a.index)
    .map(({ span }) => span);
  if (over.length < 2) return over[0] ?? null;
  const selected = over.findIndex(({ state }) => state === 'selected');
  return over[(selected + 1) % over.length] ?? null;
}
