import { useLayoutEffect, useRef, useState, type CSSProperties, type JSX, type RefObject } from 'react';
import { newId } from '../../model/ids';
import type { Block, Span, Stretch } from './layout';
import { rangeOf } from './selection';

interface TextEdgesProps {
  root: RefObject<HTMLElement | null>;
  blocks: readonly Block[];
  /** The region whose ends can be moved; null for none. */
  span: Span | null;
  /** Offset of the text at a point of the window. */
  positionOf(x: number, y: number): number | null;
  /** Calls of one drag share a gesture. */
  onMove(stretch: Stretch, gesture: string): void;
}

type Side = 'start' | 'end';

/** Grips at both ends of the selected region. */
export function TextEdges({ root, blocks, span, positionOf, onMove }: TextEdgesProps): JSX.Element {
  const layer = useRef<HTMLDivElement>(null);
  // The end that stays where it is while the other one is dragged.
  const [drag, setDrag] = useState<{ fixed: number; gesture: string } | null>(null);

  useLayoutEffect(() => {
    const element = layer.current;
    const text = root.current;
    if (element === null || text === null || span === null) return undefined;
    const place = (): void => {
      const origin = element.getBoundingClientRect();
      for (const grip of element.children) {
        if (!(grip instanceof HTMLElement)) continue;
        const rect = edgeRect(text, blocks, span, grip.dataset['side'] === 'start' ? 'start' : 'end');
        grip.hidden = rect === null;
        if (rect === null) continue;
        grip.style.transform = `translate(${String(rect.x - origin.left)}px, ${String(rect.top - origin.top)}px)`;
        grip.style.height = `${String(rect.height)}px`;
      }
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(text);
    return () => observer.disconnect();
  }, [root, blocks, span]);

  const grip = (side: Side): JSX.Element => (
    <div
      className="gs-text-grip"
      data-side={side}
      onPointerDown={(event) => {
        if (event.button !== 0 || span === null) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ fixed: side === 'start' ? span.end : span.start, gesture: newId() });
      }}
      onPointerMove={(event) => {
        if (drag === null) return;
        const at = positionOf(event.clientX, event.clientY);
        if (at !== null && at !== drag.fixed)
          onMove({ start: Math.min(at, drag.fixed), end: Math.max(at, drag.fixed) }, drag.gesture);
      }}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
    />
  );
  return (
    <div
      ref={layer}
      className="gs-text-edges"
      data-dragging={drag !== null}
      aria-hidden
      style={{ '--gs-span-color': span?.color } as CSSProperties}
    >
      {span !== null && grip('start')}
      {span !== null && grip('end')}
    </div>
  );
}

/** Where an end of a region is on the screen: which side of its sign depends on the direction of writing. */
function edgeRect(
  root: HTMLElement,
  blocks: readonly Block[],
  { start, end }: Stretch,
  side: Side,
): { x: number; top: number; height: number } | null {
  const sign = side === 'start' ? { start, end: start + 1 } : { start: end - 1, end };
  const range = rangeOf(root, blocks, sign);
  // Surroundings without layout have no rectangles.
  const rect = range?.getClientRects?.()[0];
  if (range === null || rect === undefined) return null;
  const rtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(range.toString());
  return { x: (side === 'start') === rtl ? rect.right : rect.left, top: rect.top, height: rect.height };
}
