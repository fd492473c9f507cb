import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Size } from './geometry/shapes';

/** The size of an element in whole CSS pixels, `null` until it is known or while it has none. */
export function useWindowSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const width = measured.clientWidth;
      const height = measured.clientHeight;
      setSize((known) => {
        if (width === 0 || height === 0) return null;
        return known?.width === width && known.height === height ? known : { width, height };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Device pixels per CSS pixel; changes when the window moves to another screen or the page is zoomed. */
export const usePixelRatio = (): number =>
  useSyncExternalStore(onPixelRatio, () => window.devicePixelRatio || 1);

function onPixelRatio(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
