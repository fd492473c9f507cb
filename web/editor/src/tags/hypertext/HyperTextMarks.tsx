import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type JSX,
  type RefObject,
} from 'react';
import { rangeOf, type Span } from './places';

/** A region as it lies on the content. */
export interface Marked {
  id: string;
  span: Span;
  /** Where it lies in the plain text. */
  start: number;
  end: number;
  color: string;
  label: string;
}

// Surroundings without layout have no rectangles.
export const rectsOf = (span: Span): DOMRect[] => [...(rangeOf(span).getClientRects?.() ?? [])];

interface HyperTextMarksProps {
  marked: readonly Marked[];
  selection: readonly string[];
  hovered: string | null;
  showLabels: boolean;
  onMoved(): void;
}

interface Patch {
  region: Marked;
  boxes: { left: number; top: number; width: number; height: number }[];
}

/** So many regions are drawn whether they are in sight or not. */
const wholeUpTo = 300;
/** How far the content is scrolled before other regions are drawn, in pixels; as much is drawn around what is seen. */
const stride = 600;

/** Colours over the text: the content itself is never changed, so that its paths stay true. */
export function HyperTextMarks({
  marked,
  selection,
  hovered,
  showLabels,
  onMoved,
}: HyperTextMarksProps): JSX.Element {
  const layer = useRef<HTMLDivElement>(null);
  const [patches, setPatches] = useState<readonly Patch[]>([]);
  const sight = useSight(layer, marked.length > wholeUpTo);
  const ordered = useMemo(() => [...marked].sort((a, b) => a.start - b.start), [marked]);
  useLayoutEffect(() => {
    const element = layer.current;
    const parent = element?.parentElement;
    if (!element || !parent) return undefined;
    const measure = (): void => {
      const origin = element.getBoundingClientRect();
      const shown = sight === null ? ordered : inSight(ordered, sight, origin.top);
      setPatches(
        shown.map((region) => ({
          region,
          boxes: rectsOf(region.span).map(({ left, top, width, height }) => ({
            left: left - origin.left,
            top: top - origin.top,
            width,
            height,
          })),
        })),
      );
      onMoved();
    };
    measure();
    // Also when a picture in the content has loaded. What an observer says first is known already.
    let known = true;
    const observer = new ResizeObserver(() => {
      if (!known) measure();
      known = false;
    });
    for (const child of [parent, ...parent.children]) observer.observe(child);
    return () => observer.disconnect();
  }, [ordered, sight, onMoved]);
  const chosen = new Set(selection);
  return (
    <div ref={layer} className="gs-hypertext-marks" aria-hidden>
      {patches.map(({ region, boxes }) =>
        boxes.map((box, index) => (
          <span
            key={`${region.id} ${String(index)}`}
            data-state={chosen.has(region.id) ? 'selected' : hovered === region.id ? 'hovered' : 'plain'}
            data-label={showLabels && index === boxes.length - 1 ? region.label : undefined}
            style={{ ...box, '--gs-label-color': region.color } as CSSProperties}
          />
        )),
      )}
    </div>
  );
}

interface Sight {
  top: number;
  bottom: number;
}

/** What is seen of the layer and some more, in its own coordinates; null while it is not `followed`. */
function useSight(layer: RefObject<HTMLElement | null>, followed: boolean): Sight | null {
  const [step, setStep] = useState({ from: 0, to: 1 });
  useLayoutEffect(() => {
    const scroller = layer.current?.closest('.gs-work-scroll');
    if (!followed || scroller === null || scroller === undefined) return undefined;
    const look = (): void => {
      const above = scroller.getBoundingClientRect().top - (layer.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor(above / stride);
      const to = Math.ceil((above + scroller.clientHeight) / stride);
      setStep((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [layer, followed]);
  return useMemo(
    () => (followed ? { top: (step.from - 1) * stride, bottom: (step.to + 1) * stride } : null),
    [followed, step],
  );
}

/** Regions that begin in sight, and those before that reach on; regions further down are taken to lie lower. */
function inSight(ordered: readonly Marked[], { top, bottom }: Sight, origin: number): Marked[] {
  const lowerThan = (wanted: number): number => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const region = ordered[middle];
      const at = region === undefined ? Infinity : (rectsOf(region.span)[0]?.top ?? Infinity) - origin;
      if (at < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = lowerThan(top);
  const last = ordered[first - 1]?.start ?? 0;
  return [
    ...ordered.slice(0, first).filter(({ end }) => end > last),
    ...ordered.slice(first, lowerThan(bottom)),
  ];
}
