import type { Mask } from '../geometry/mask';
import type { Size } from '../geometry/shapes';
import type { SizedMask } from './bitmask';
import type { MaskForm, MaskReply, MaskRequest } from './maskWork';

/** Milliseconds. */
const A_FRAME = 17;

type Ask<Request> = Request extends MaskRequest ? Omit<Request, 'id'> : never;

/**
 * The page's end of the worker. There is one for all editors of the page, started with the first mask. Where the browser
 * has no workers, or the page may not start this one, there is none.
 */
class MaskWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: MaskReply) => void>();
  #last = 0;

  constructor() {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<MaskReply>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    // It could not be loaded: the page goes on without it.
    this.#worker.addEventListener('error', () => {
      worker = null;
      for (const [id, settle] of this.#waiting) settle({ id, failed: true });
      this.#waiting.clear();
    });
  }

  ask(request: Ask<MaskRequest>): Promise<MaskReply> {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      // What the person did is shown first: the worker's copy of the pixels takes a moment to make.
      setTimeout(() => this.#worker.postMessage({ ...request, id }), A_FRAME);
    });
  }
}

/** Undefined before the first try, `null` when there can be none. */
let worker: MaskWorker | null | undefined;

function theWorker(): MaskWorker | null {
  if (worker !== undefined) return worker;
  try {
    worker = typeof Worker === 'undefined' ? null : new MaskWorker();
  } catch (error) {
    // A page of another origin embeds the editor's scripts, or forbids workers.
    if (!(error instanceof DOMException)) throw error;
    worker = null;
  }
  return worker;
}

/** The stored form of a mask, made beside the page; `null` when it cannot be, and the page has to make it. */
export function encodeBeside(
  mask: Mask,
  image: Size,
  form: MaskForm,
): Promise<readonly number[] | string | null> | null {
  const reply = theWorker()?.ask({ work: 'encode', form, mask, image });
  return (
    reply?.then((answer) =>
      'rle' in answer ? Array.from(answer.rle) : 'png' in answer ? answer.png : null,
    ) ?? null
  );
}

/** The mask in a picture's data URL, read beside the page; `null` when it cannot be. */
export async function readBeside(address: string): Promise<SizedMask | null> {
  const reply = await theWorker()?.ask({ work: 'read', address });
  return reply && 'read' in reply ? reply.read : null;
}
