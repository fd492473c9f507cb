import { encodeMask } from '../geometry/rle';
import type { Size } from '../geometry/shapes';
import { drawBitmask, readBitmask } from './bitmask';
import type { MaskReply, MaskRequest } from './maskWork';

/*
 * Brings masks into their stored form and back, beside the page: an image of 12 megapixels takes tenths of a second.
 */

addEventListener('message', ({ data }: MessageEvent<MaskRequest>) => {
  done(data).then(
    (reply) => postMessage(reply, { transfer: buffersOf(reply) }),
    // The page does the work itself, where its own means may be enough.
    () => postMessage({ id: data.id, failed: true } satisfies MaskReply),
  );
});

async function done(request: MaskRequest): Promise<MaskReply> {
  const { id } = request;
  if (request.work === 'read') {
    const picture = await createImageBitmap(fileOf(request.address));
    const { width, height } = picture;
    const read = readBitmask(workerCanvas({ width, height }).ctx, picture, { width, height });
    picture.close();
    return { id, read };
  }
  const { form, mask, image } = request;
  if (form === 'rle') return { id, rle: Uint8Array.from(encodeMask(mask, image)) };
  const { canvas, ctx } = workerCanvas(image);
  drawBitmask(ctx, mask);
  return { id, png: await addressOf(await canvas.convertToBlob({ type: 'image/png' })) };
}

function workerCanvas({ width, height }: Size) {
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('The browser gives no more canvases.');
  return { canvas, ctx };
}

/** What need not be copied on the way. */
function buffersOf(reply: MaskReply): Transferable[] {
  const bytes = 'rle' in reply ? reply.rle : 'read' in reply ? reply.read.mask.alpha : null;
  return bytes?.buffer instanceof ArrayBuffer && bytes.length > 0 ? [bytes.buffer] : [];
}

/** What a data URL holds. Not by `fetch`, which a page's security policy may not allow for such addresses. */
function fileOf(address: string): Blob {
  const comma = address.indexOf(',');
  const head = address.slice('data:'.length, comma);
  const body = decodeURIComponent(address.slice(comma + 1));
  const text = /;base64$/i.test(head) ? atob(body) : body;
  return new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], { type: head.split(';')[0] ?? '' });
}

function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'));
    reader.readAsDataURL(file);
  });
}
