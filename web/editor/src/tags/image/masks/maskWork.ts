import type { Mask } from '../geometry/mask';
import type { Size } from '../geometry/shapes';
import type { SizedMask } from './bitmask';

/** How results hold a mask: run-length bytes, or a PNG as a data URL. */
export type MaskForm = 'rle' | 'png';

/** What the page asks the worker of masks. */
export type MaskRequest =
  | {
      readonly id: number;
      readonly work: 'encode';
      readonly form: MaskForm;
      readonly mask: Mask;
      readonly image: Size;
    }
  | { readonly id: number; readonly work: 'read'; readonly address: string };

/** What it answers; `failed` when this browser's workers cannot do it. */
export type MaskReply = { readonly id: number } & (
  | { readonly rle: Uint8Array }
  | { readonly png: string }
  | { readonly read: SizedMask }
  | { readonly failed: true }
);
