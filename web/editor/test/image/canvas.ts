import { vi } from 'vitest';

/** What jsdom lacks to show a picture: layout, image loading, canvas contexts, pointer capture. */
export interface Surroundings {
  /** Size of the canvas in CSS pixels. */
  window: { width: number; height: number };
  /** Natural size of every image. */
  image: { width: number; height: number };
}

/** Stands in for the browser's drawing until the end of the test file. */
export function installCanvas({ window: size, image }: Surroundings): void {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(size.width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(size.height);
  HTMLElement.prototype.setPointerCapture = () => undefined;
  HTMLCanvasElement.prototype.getContext = ((): unknown => context()) as never;
  vi.stubGlobal(
    'Image',
    class extends HTMLImageElementStub {
      override naturalWidth = image.width;
      override naturalHeight = image.height;
    },
  );
}

class HTMLImageElementStub {
  naturalWidth = 0;
  naturalHeight = 0;
  crossOrigin: string | null = null;
  decoding = 'auto';
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;

  set src(address: string) {
    queueMicrotask(() => (address.includes('missing') ? this.onerror?.() : this.onload?.()));
  }
}

/** A context that takes every call and draws nothing. */
function context(): unknown {
  const known: Record<string, unknown> = {
    measureText: () => ({ width: 10 }),
    getImageData: () => ({ data: [0, 0, 0, 255] }),
  };
  return new Proxy(known, {
    get: (target, key) => (typeof key === 'string' && key in target ? target[key] : () => undefined),
    set: () => true,
  });
}
