import {
  Fragment,
  useCallback,
  useMemo,
  useRef,
  useState,
  type JSX,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { MessageKey } from '../../messages';
import { useTranslate } from '../../state/context';
import {
  docked,
  edges,
  panelsAt,
  readLayout,
  sizeLimits,
  withPanel,
  withSize,
  writeLayout,
  type Edge,
  type PanelLayout,
  type PanelName,
} from './layout';
import { PanelContext, type Panels } from './PanelContext';

/** How far, in CSS pixels, a head is pulled before its panel comes along. */
const slack = 6;
/** How near the edge, in CSS pixels, a panel is let go to be docked. */
const reach = 96;

interface Drag {
  name: PanelName;
  /** Of the pointer, relative to the frame. */
  x: number;
  y: number;
  target: { edge: Edge; index: number } | null;
}

/** The task in the middle, with panels at its edges and over it. */
export function PanelFrame({
  contents,
  children,
}: {
  /** What there is to show, by panel; panels that are left out take no room. */
  contents: Readonly<Partial<Record<PanelName, ReactNode>>>;
  children: ReactNode;
}): JSX.Element {
  const t = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState(readLayout);
  const change = useCallback((next: PanelLayout): void => {
    setLayout(next);
    writeLayout(next);
  }, []);
  const [drag, grab] = usePanelDrag(frame, layout, change);
  const panels = useMemo<Panels>(() => ({ layout, change, grab }), [layout, change, grab]);
  const shown = (place: Edge | 'float'): PanelName[] =>
    panelsAt(layout, place).filter((name) => contents[name] !== undefined);
  return (
    <PanelContext value={panels}>
      <div ref={frame} className="gs-middle" data-dragging={drag !== null}>
        {children}
        {edges.map((edge) => {
          const names = shown(edge);
          if (names.length === 0) return null;
          return (
            <Dock key={edge} edge={edge} layout={layout} onResize={change}>
              {names.map((name) => (
                <Fragment key={name}>{contents[name]}</Fragment>
              ))}
            </Dock>
          );
        })}
        {shown('float').map((name) => (
          <aside
            key={name}
            className="gs-panel gs-panel-floating"
            aria-label={t(name)}
            style={{ left: layout.panels[name].x, top: layout.panels[name].y }}
          >
            {contents[name]}
          </aside>
        ))}
        {drag !== null && (
          <>
            {drag.target !== null && (
              <div className="gs-drop-zone" data-edge={drag.target.edge}>
                {t('dropPanel')}
              </div>
            )}
            <div className="gs-dragged-panel" style={{ left: drag.x, top: drag.y }} aria-hidden>
              {t(drag.name)}
            </div>
          </>
        )}
      </div>
    </PanelContext>
  );
}

const dockNames: Readonly<Record<Edge, MessageKey>> = {
  left: 'panelsLeft',
  right: 'panelsRight',
  bottom: 'panelsBottom',
};

function Dock({
  edge,
  layout,
  onResize,
  children,
}: {
  edge: Edge;
  layout: PanelLayout;
  onResize(layout: PanelLayout): void;
  children: ReactNode;
}): JSX.Element {
  const t = useTranslate();
  const size = layout.sizes[edge];
  const { least, most } = sizeLimits[edge];
  const grows = edge === 'left' ? 1 : -1;
  const along = (event: { clientX: number; clientY: number }): number =>
    edge === 'bottom' ? event.clientY : event.clientX;

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    const handle = event.currentTarget;
    const start = along(event);
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void =>
      onResize(withSize(layout, edge, size + grows * (along(moved) - start)));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = edge === 'bottom' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const step = event.key === keys[0] ? -16 : event.key === keys[1] ? 16 : 0;
    if (step === 0 || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onResize(withSize(layout, edge, size + grows * step));
  };
  return (
    <aside
      className="gs-panel"
      data-edge={edge}
      aria-label={t(dockNames[edge])}
      style={edge === 'bottom' ? { height: size } : { width: size }}
    >
      <div
        role="separator"
        tabIndex={0}
        className="gs-panel-divider"
        aria-label={t('panelWidth')}
        aria-orientation={edge === 'bottom' ? 'horizontal' : 'vertical'}
        aria-valuenow={size}
        aria-valuemin={least}
        aria-valuemax={most}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      />
      {children}
    </aside>
  );
}

/** Follows a panel that is pulled by its head: over an edge it is docked, elsewhere it floats. Escape gives up. */
function usePanelDrag(
  frame: RefObject<HTMLElement | null>,
  layout: PanelLayout,
  change: (layout: PanelLayout) => void,
): [Drag | null, Panels['grab']] {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grab = useCallback<Panels['grab']>(
    (name, event) => {
      const area = frame.current;
      const onControl = event.target instanceof Element && event.target.closest('button, select, input');
      if (area === null || event.button !== 0 || onControl) return;
      const start = { x: event.clientX, y: event.clientY };
      const ending = new AbortController();
      const { signal } = ending;
      let last: Drag | null = null;
      const stop = (): void => {
        ending.abort();
        setDrag(null);
      };
      const move = (moved: globalThis.PointerEvent): void => {
        if (last === null && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < slack) return;
        moved.preventDefault();
        const box = area.getBoundingClientRect();
        last = {
          name,
          x: moved.clientX - box.left,
          y: moved.clientY - box.top,
          target: targetAt(area, name, moved.clientX, moved.clientY),
        };
        setDrag(last);
      };
      const drop = (): void => {
        stop();
        if (last === null) return;
        const { target, x, y } = last;
        if (target !== null) change(docked(layout, name, target.edge, target.index));
        else change(withPanel(layout, name, { place: 'float', folded: false, x: x - 24, y: y - 18 }));
      };
      document.addEventListener('pointermove', move, { signal });
      document.addEventListener('pointerup', drop, { signal });
      document.addEventListener('pointercancel', stop, { signal });
      document.addEventListener(
        'keydown',
        (press) => {
          if (press.key !== 'Escape') return;
          press.preventDefault();
          press.stopPropagation();
          stop();
        },
        { signal, capture: true },
      );
    },
    [frame, layout, change],
  );
  return [drag, grab];
}

function targetAt(area: HTMLElement, name: PanelName, x: number, y: number): Drag['target'] {
  const box = area.getBoundingClientRect();
  for (const edge of edges) {
    const dock = area.querySelector(`:scope > [data-edge=${edge}].gs-panel`);
    const inside = dock !== null && holds(dock.getBoundingClientRect(), x, y);
    const near =
      holds(box, x, y) && { left: x - box.left, right: box.right - x, bottom: box.bottom - y }[edge] < reach;
    if (!inside && !near) continue;
    const before = [...(dock?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])].filter((panel) => {
      if (panel.dataset['panel'] === name) return false;
      const { left, top, width, height } = panel.getBoundingClientRect();
      return edge === 'bottom' ? left + width / 2 < x : top + height / 2 < y;
    });
    return { edge, index: before.length };
  }
  return null;
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
