import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { toImage, wheelFactor } from './geometry/camera';
import type { Point } from './geometry/shapes';
import type { CanvasInput, PointerInput, ToolState } from './tools/chart';
import { canPlace } from './tools/idle';
import { isArrow } from './tools/nudging';
import { movableSelection, type Scene } from './tools/scene';
import type { ViewControls } from './useView';

export interface InputOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly scene: Scene | null;
  readonly state: ToolState;
  readonly controls: ViewControls;
  readonly zoom: boolean;
  readonly invertZoom: boolean;
  send(input: CanvasInput): void;
}

/** Distance of one arrow press when the keys move the view, CSS pixels. */
const PAN_STEP = 40;

/**
 * Translates the browser's events on the canvas into events of the tools and movements of the view.
 * Returns the last pointer event, `null` when the pointer is elsewhere, and the handlers for the root element.
 */
export function useInput(options: InputOptions) {
  const { root, send } = options;
  const [pointer, setPointer] = useState<PointerInput | null>(null);
  const latest = useRef({ ...options, pointer });
  const pressed = useRef(false);
  useLayoutEffect(() => {
    latest.current = { ...options, pointer };
  });

  const hand = useHand(root, () => latest.current.pointer !== null, setPointer);
  useEscape(latest, send);
  useWheel(root, latest);

  const onPointer = useCallback(
    (type: PointerInput['type'], event: React.PointerEvent<HTMLElement>) => {
      const { scene } = latest.current;
      if (!event.isPrimary || !scene) return;
      // A release whose press was elsewhere is none of the canvas's.
      if (type === 'up' && !pressed.current) return;
      if (type !== 'move') pressed.current = type === 'down';
      const screen = placeOn(event.currentTarget, event);
      const input: PointerInput = {
        type,
        at: toImage(scene.camera, screen),
        screen,
        button: event.button,
        shift: event.shiftKey,
        additive: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        hand: hand.current,
        touch: event.pointerType === 'touch',
        time: event.timeStamp,
      };
      setPointer(input);
      send(input);
    },
    [send, hand],
  );

  const handlers = {
    onPointerDown: (event: React.PointerEvent<HTMLElement>) => {
      if (event.target instanceof Element && event.target.closest('button, a')) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      onPointer('down', event);
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>) => onPointer('move', event),
    onPointerUp: (event: React.PointerEvent<HTMLElement>) => onPointer('up', event),
    onPointerCancel: () => {
      pressed.current = false;
      send({ type: 'cancel' });
    },
    onPointerLeave: () => setPointer(null),
    // The middle button would scroll the page by itself.
    onMouseDown: (event: React.MouseEvent<HTMLElement>) => {
      if (event.button === 1) event.preventDefault();
    },
    onBlur: () => send({ type: 'blur' }),
    onKeyUp: (event: React.KeyboardEvent<HTMLElement>) => {
      if (isArrow(event.key)) send({ type: 'keyup', key: event.key, shift: event.shiftKey });
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      const { scene, controls } = latest.current;
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || !scene)
        return;
      const { key, shiftKey: shift } = event;
      const selected = scene.selected.length > 0;
      if (key === 'Enter' && !selected && scene.canDraw && canPlace(scene)) consume(event);
      else if (isArrow(key) && movableSelection(scene).length > 0) consume(event);
      else if (isArrow(key) && !selected) {
        if (controls.pan(arrowPan(key, shift ? 4 * PAN_STEP : PAN_STEP))) consume(event);
        return;
      } else return;
      send({ type: 'keydown', key, shift });
    },
  };
  return { pointer, handlers };
}

type Latest = RefObject<InputOptions & { readonly pointer: PointerInput | null }>;

function consume(event: React.KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function placeOn(element: Element, event: { clientX: number; clientY: number }): Point {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function arrowPan(key: string, step: number): Point {
  switch (key) {
    case 'ArrowLeft':
      return { x: step, y: 0 };
    case 'ArrowRight':
      return { x: -step, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: step };
    default:
      return { x: 0, y: -step };
  }
}

/**
 * Whether the space bar is held over the canvas: then a drag moves the view. The bar is the canvas's while the
 * pointer is over it, so that it does not press a button clicked before.
 */
function useHand(
  root: RefObject<HTMLElement | null>,
  isOver: () => boolean,
  setPointer: (update: (pointer: PointerInput | null) => PointerInput | null) => void,
): RefObject<boolean> {
  const hand = useRef(false);
  const over = useRef(isOver);
  useEffect(() => {
    const set = (held: boolean) => {
      hand.current = held;
      setPointer((pointer) => pointer && { ...pointer, hand: held });
    };
    const down = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const typing = target?.closest('input, textarea, select, [contenteditable=true]');
      if (target !== root.current && (typing || !over.current())) return;
      event.preventDefault();
      if (!hand.current) set(true);
    };
    const up = (event: KeyboardEvent) => {
      if (event.key === ' ' && hand.current) set(false);
    };
    const blur = () => {
      if (hand.current) set(false);
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', blur);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', blur);
    };
  }, [root, setPointer]);
  return hand;
}

/** Escape gives up the gesture under way wherever the focus is, and nothing else happens for that press. */
function useEscape(latest: Latest, send: InputOptions['send']): void {
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || latest.current.state.name === 'idle') return;
      event.preventDefault();
      event.stopPropagation();
      send({ type: 'cancel' });
    };
    window.addEventListener('keydown', escape, { capture: true });
    return () => window.removeEventListener('keydown', escape, { capture: true });
  }, [latest, send]);
}

/** The wheel zooms with ctrl, which is also what pinching a trackpad sends, and else moves the view while it can. */
function useWheel(root: RefObject<HTMLElement | null>, latest: Latest): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      const { controls, zoom, invertZoom } = latest.current;
      const unit =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE
          ? 16
          : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
            ? 400
            : 1;
      if (event.ctrlKey || event.metaKey) {
        if (!zoom) return;
        event.preventDefault();
        const delta = event.deltaY * unit;
        controls.zoomBy(wheelFactor(invertZoom ? -delta : delta), placeOn(element, event));
      } else if (controls.pan({ x: -event.deltaX * unit, y: -event.deltaY * unit })) event.preventDefault();
    };
    // React listens passively, where the page would zoom along.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [root, latest]);
}
