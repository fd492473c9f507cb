import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Alignment, ImageRotation } from './geometry/camera';
import type { Point, Size } from './geometry/shapes';
import { adjustView, pan, zoomBy, zoomToActual, zoomToFit, type View, type ViewRules } from './geometry/view';

export interface ViewOptions {
  readonly image: Size | null;
  readonly rotation: ImageRotation;
  readonly window: Size | null;
  readonly alignment: Alignment;
  readonly defaultZoom: 'auto' | 'original' | 'fit';
  readonly negativeZoom: boolean;
}

export interface ViewControls {
  /** By a factor, around a point of the screen or the middle. */
  zoomBy(factor: number, still?: Point): void;
  zoomToFit(): void;
  zoomToActual(): void;
  /** False when the picture did not move. */
  pan(delta: Point): boolean;
}

/** Zoom and position of the picture; `null` until image and window are known. */
export function useView(options: ViewOptions): [View | null, ViewControls] {
  const { image, rotation, window, alignment, defaultZoom, negativeZoom } = options;
  const rules = useMemo<ViewRules | null>(
    () =>
      image &&
      window && {
        image,
        rotation,
        window,
        alignment,
        defaultZoom,
        negativeZoom,
      },
    [image, rotation, window, alignment, defaultZoom, negativeZoom],
  );
  const [stored, setView] = useState<View | null>(null);
  const view = rules && adjustView(stored, rules);
  if (view !== stored && view !== null) setView(view);

  const latest = useRef<{ view: View; rules: ViewRules } | null>(null);
  useLayoutEffect(() => {
    latest.current = view && rules && { view, rules };
  }, [view, rules]);

  const controls = useMemo<ViewControls>(() => {
    // Several events may come before the next render: each starts from what the one before left.
    const change = (next: (view: View, rules: ViewRules) => View): boolean => {
      if (!latest.current) return false;
      const { view: before, rules: by } = latest.current;
      const after = next(before, by);
      latest.current = { view: after, rules: by };
      setView(after);
      return after !== before;
    };
    return {
      zoomBy: (factor, still) => void change((now, by) => zoomBy(now, factor, by, still)),
      zoomToFit: () => void change(zoomToFit),
      zoomToActual: () => void change(zoomToActual),
      pan: (delta) => change((now, by) => pan(now, delta, by.alignment)),
    };
  }, []);

  return [view, controls];
}
