import { useEffect, useState } from 'react';
import { closePicture, loadPicture, withReductions, type Picture } from './picture';
import type { ImageAttributes } from './types';

export type PictureState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly picture: Picture }
  | { readonly status: 'failed'; readonly error: Error };

const LOADING: PictureState = { status: 'loading' };

/** Loads the image at the address; `attempt` only has to differ to load it again. */
export function usePicture(
  src: string,
  crossOrigin: NonNullable<ImageAttributes['crossOrigin']>,
  attempt: number,
): PictureState {
  const [loaded, setLoaded] = useState<{
    key: string;
    state: PictureState;
  } | null>(null);
  const key = `${attempt} ${crossOrigin} ${src}`;

  useEffect(() => {
    let current = true;
    let shown: Picture | null = null;
    const show = (picture: Picture) => {
      if (!current) return closePicture(picture);
      shown = picture;
      setLoaded({ key, state: { status: 'ready', picture } });
    };
    const run = async () => {
      const picture = await loadPicture(src, crossOrigin);
      show(picture);
      // Reductions only make drawing quicker: a format that can't be reduced is drawn as it is.
      const reduced = await withReductions(picture).catch(() => picture);
      if (reduced !== picture) show(reduced);
    };
    run().catch((error: unknown) => {
      if (!current) return;
      setLoaded({
        key,
        state: {
          status: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        },
      });
    });
    return () => {
      current = false;
      if (shown) closePicture(shown);
    };
  }, [key, src, crossOrigin]);

  return loaded?.key === key ? loaded.state : LOADING;
}
