import { Portal } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';

import classes from './table.module.css';

/** How long the pointer rests on a name before its picture loads. */
const REST_MS = 250;
const SIZE = 320;

interface Preview {
  address: string;
  left: number;
  top: number;
}

/** Shows the picture of the image cell under the pointer. One for the whole table: cells only name their address. */
export function ImagePreview({ container }: { container: RefObject<HTMLElement | null> }) {
  const [preview, setPreview] = useState<Preview | null>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = (event: PointerEvent) => {
      clearTimeout(timer);
      const cell =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-preview]') : null;
      const address = cell?.dataset.preview;
      if (!cell || address === undefined) {
        setPreview(null);
        return;
      }
      timer = setTimeout(() => {
        const box = cell.getBoundingClientRect();
        const below = box.bottom + SIZE + 8 < window.innerHeight;
        setPreview({
          address,
          left: Math.min(box.left, window.innerWidth - SIZE - 8),
          top: below ? box.bottom + 4 : box.top - SIZE - 4,
        });
      }, REST_MS);
    };
    const out = () => {
      clearTimeout(timer);
      setPreview(null);
    };
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', out);
    element.addEventListener('scroll', out);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', out);
      element.removeEventListener('scroll', out);
    };
  }, [container]);

  if (!preview) return null;
  return (
    <Portal>
      <div
        className={classes.preview}
        style={{ left: preview.left, top: preview.top, width: SIZE, height: SIZE }}
        aria-hidden
      >
        <img src={preview.address} alt="" />
      </div>
    </Portal>
  );
}
