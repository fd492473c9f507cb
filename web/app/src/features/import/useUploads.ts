import { useCallback, useEffect, useReducer, useRef } from 'react';

import { t } from '../../messages';
import { formatOf, type ReadAs } from './datasets';
import { isHidden, isSupported } from './fileTypes';
import { uploadAddress, uploadFile } from './requests';
import { uploadReducer, type Upload } from './uploads';

/** Uploads running at the same time. */
const PARALLEL = 3;

export interface Uploads {
  uploads: readonly Upload[];
  addFiles: (files: readonly File[]) => void;
  addAddress: (url: string) => void;
  retry: (key: string) => void;
  /** Takes one off the list; stops it when it is under way. Removing it from the server is the caller's part. */
  remove: (key: string) => void;
}

/** Trying again would not help. */
export class UnsupportedFile extends Error {
  override readonly name = 'UnsupportedFile';
}

/** A list of files that uploads itself, a few at a time. Stops when the component goes. */
export function useUploads(projectId: number, readAs: ReadAs): Uploads {
  const [uploads, dispatch] = useReducer(uploadReducer, []);
  const running = useRef(new Map<string, AbortController>());
  const count = useRef(0);

  useEffect(() => {
    const controllers = running.current;
    for (const upload of uploads) {
      if (controllers.size >= PARALLEL) return;
      if (upload.state !== 'waiting' || controllers.has(upload.key)) continue;
      const { key, source } = upload;
      const controller = new AbortController();
      controllers.set(key, controller);
      dispatch({ type: 'started', key });
      const { signal } = controller;
      const sent =
        typeof source === 'string'
          ? uploadAddress(projectId, source, signal)
          : formatOf(source, readAs).then((format) =>
              uploadFile(projectId, source, {
                format,
                signal,
                onProgress: (share) => {
                  dispatch({ type: 'progressed', key, share });
                },
              }),
            );
      sent.then(
        (answer) => {
          controllers.delete(key);
          dispatch({ type: 'arrived', key, answer });
        },
        (error: unknown) => {
          controllers.delete(key);
          if (!signal.aborted) dispatch({ type: 'failed', key, error });
        },
      );
    }
  }, [projectId, readAs, uploads]);

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const add = useCallback((sources: readonly (File | string)[]) => {
    const added = sources.map((source): Upload => {
      const file = typeof source === 'string' ? null : source;
      const name = file ? file.name : String(source);
      const refused = file !== null && !isSupported(name);
      return {
        key: String(++count.current),
        name,
        size: file ? file.size : null,
        source,
        state: refused ? 'failed' : 'waiting',
        progress: 0,
        answer: null,
        error: refused ? new UnsupportedFile(t('import.unsupported', { name })) : null,
      };
    });
    if (added.length > 0) dispatch({ type: 'added', uploads: added });
  }, []);

  return {
    uploads,
    addFiles: useCallback((files) => add(files.filter((file) => !isHidden(file.name))), [add]),
    addAddress: useCallback((url) => add([url]), [add]),
    retry: useCallback((key) => {
      dispatch({ type: 'retried', key });
    }, []),
    remove: useCallback((key) => {
      running.current.get(key)?.abort();
      running.current.delete(key);
      dispatch({ type: 'removed', key });
    }, []),
  };
}
