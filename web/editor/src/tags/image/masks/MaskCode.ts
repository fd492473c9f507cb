import type { Mask } from '../geometry/mask';
import { encodeMask } from '../geometry/rle';
import type { Size } from '../geometry/shapes';
import { encodeBeside } from './beside';
import { drawBitmask, pageCanvas } from './bitmask';
import type { MaskForm } from './maskWork';

type Stored = readonly number[] | string;

/**
 * A painted mask in an element's value, in place of its stored form, which takes time to make: that begins at once in a
 * worker. Whoever needs it before makes it on the spot. Never changed, as far as anyone can see.
 */
export class MaskCode {
  readonly mask: Mask;
  /** Of the whole image, pixels. */
  readonly image: Size;
  readonly form: MaskForm;
  #stored: Stored | null = null;
  #ready: Promise<void> | null;

  constructor(mask: Mask, image: Size, form: MaskForm) {
    this.mask = mask;
    this.image = image;
    this.form = form;
    const beside = encodeBeside(mask, image, form);
    this.#ready =
      beside?.then((stored) => {
        this.#stored ??= stored && Object.freeze(stored);
        this.#ready = null;
      }) ?? null;
  }

  /** Settles when the stored form is at hand; `null` when there is nothing to wait for. */
  get ready(): Promise<void> | null {
    return this.#stored === null ? this.#ready : null;
  }

  /** As results hold it: run-length bytes, or a PNG as a data URL. An empty text for a bitmask with nothing painted. */
  get stored(): Stored {
    this.#stored ??= Object.freeze(this.#encode());
    return this.#stored;
  }

  /** The clipboard and the like see the stored form. */
  toJSON(): Stored {
    return this.stored;
  }

  #encode(): Stored {
    if (this.form === 'rle') return encodeMask(this.mask, this.image);
    if (this.mask.width === 0) return '';
    const { canvas, ctx } = pageCanvas(this.image);
    drawBitmask(ctx, this.mask);
    return canvas.toDataURL('image/png');
  }
}
