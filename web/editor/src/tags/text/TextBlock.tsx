import { memo, type CSSProperties, type JSX } from 'react';
import { segmentsOf, type Block, type Segment, type Span } from './layout';

export interface TextBlockProps {
  text: string;
  block: Block;
  spans: readonly Span[];
  showLabels: boolean;
  showLineNumbers: boolean;
}

/** Some lines of the text. Drawn again only when its own regions change. */
export const TextBlock = memo(function TextBlock({
  text,
  block,
  spans,
  showLabels,
  showLineNumbers,
}: TextBlockProps): JSX.Element {
  const segments = segmentsOf(block, spans);
  const pieces = showLineNumbers
    ? numberLines(text, block, segments)
    : segments.map((segment) => ({ segment, line: undefined }));
  return (
    <div className="gs-text-block" data-start={block.start}>
      {pieces.map(({ segment, line }) => (
        <span
          key={segment.start}
          className={segmentClass(segment)}
          data-start={segment.start}
          data-label={showLabels ? labelsEnding(segment) : undefined}
          data-line={line}
          style={segmentStyle(segment)}
        >
          {text.slice(segment.start, segment.end)}
        </span>
      ))}
    </div>
  );
}, isUnchanged);

function isUnchanged(before: TextBlockProps, after: TextBlockProps): boolean {
  if (before.text !== after.text || before.block !== after.block) return false;
  if (before.showLabels !== after.showLabels || before.showLineNumbers !== after.showLineNumbers)
    return false;
  if (before.spans === after.spans) return true;
  return (
    before.spans.length === after.spans.length &&
    before.spans.every((span, index) => sameSpan(span, after.spans[index]))
  );
}

function sameSpan(a: Span, b: Span | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.start === b.start &&
    a.end === b.end &&
    a.state === b.state &&
    a.color === b.color &&
    a.label === b.label &&
    a.lane === b.lane
  );
}

/** Cuts segments at line breaks and numbers those that begin a line. */
function numberLines(
  text: string,
  block: Block,
  segments: readonly Segment[],
): { segment: Segment; line: number | undefined }[] {
  let { line } = block;
  const number = (start: number): number | undefined =>
    start === block.start || text[start - 1] === '\n' ? line++ : undefined;
  return segments.flatMap((segment) => {
    const pieces: { segment: Segment; line: number | undefined }[] = [];
    let { start } = segment;
    for (
      let at = text.indexOf('\n', start);
      at >= 0 && at + 1 < segment.end;
      at = text.indexOf('\n', start)
    ) {
      pieces.push({ segment: { ...segment, start, end: at + 1, ending: [] }, line: number(start) });
      start = at + 1;
    }
    return [...pieces, { segment: { ...segment, start }, line: number(start) }];
  });
}

function segmentClass({ spans }: Segment): string {
  if (spans.length === 0) return 'gs-segment';
  const states = new Set(spans.map(({ state }) => state));
  const strongest =
    (['selected', 'candidate', 'hovered'] as const).find((state) => states.has(state)) ?? 'plain';
  return `gs-segment gs-span gs-span-${strongest}`;
}

function labelsEnding({ ending }: Segment): string | undefined {
  const labels = ending.map(({ label }) => label).filter((label) => label !== '');
  return labels.length === 0 ? undefined : labels.join(' · ');
}

const tint: Readonly<Record<Span['state'], number>> = { plain: 22, hovered: 36, candidate: 36, selected: 52 };

/** Fills are laid over each other; every region keeps an underline of its own. */
function segmentStyle({ spans }: Segment): CSSProperties | undefined {
  if (spans.length === 0) return undefined;
  const fills = spans.map(({ color, state }) => {
    const shade = `color-mix(in srgb, ${color} ${tint[state]}%, transparent)`;
    return `linear-gradient(${shade}, ${shade})`;
  });
  return {
    backgroundImage: fills.join(', '),
    boxShadow: underlines(spans),
    '--gs-span-color': spans.at(-1)?.color,
  } as CSSProperties;
}

/** Most underlines there is room for below a line of text. */
const maxLanes = 4;

/** Underlines of 2 px with 1 px between them, as shadows that show below one another. */
function underlines(spans: readonly Span[]): string {
  const colors = new Map(spans.map(({ lane, color }) => [Math.min(lane, maxLanes - 1), color]));
  const gap = 'var(--gs-surface)';
  const shadows: string[] = [];
  for (let lane = 0; lane <= Math.max(...colors.keys()); lane++) {
    shadows.push(`0 ${lane * 3 + 2}px 0 ${colors.get(lane) ?? gap}`, `0 ${lane * 3 + 3}px 0 ${gap}`);
  }
  return shadows.slice(0, -1).join(', ');
}
