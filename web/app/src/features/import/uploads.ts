import type { ImportAnswer } from '@goldset/api';

/** One file on its way to the server, or there. */
export interface Upload {
  key: string;
  name: string;
  /** Bytes; null for a web address. */
  size: number | null;
  source: File | string;
  state: 'waiting' | 'sending' | 'reading' | 'done' | 'failed';
  /** Share sent, 0 to 1. */
  progress: number;
  answer: ImportAnswer | null;
  error: unknown;
}

export type UploadEvent =
  | { type: 'added'; uploads: Upload[] }
  | { type: 'started'; key: string }
  | { type: 'progressed'; key: string; share: number }
  | { type: 'arrived'; key: string; answer: ImportAnswer }
  | { type: 'failed'; key: string; error: unknown }
  | { type: 'retried'; key: string }
  | { type: 'removed'; key: string };

export function uploadReducer(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  const change = (key: string, values: Partial<Upload>) =>
    uploads.map((upload) => (upload.key === key ? { ...upload, ...values } : upload));
  switch (event.type) {
    case 'added':
      return [...uploads, ...event.uploads];
    case 'started':
      return change(event.key, { state: 'sending', progress: 0 });
    case 'progressed':
      // Everything is sent, but the server has to read the file before it answers.
      return change(event.key, { progress: event.share, state: event.share < 1 ? 'sending' : 'reading' });
    case 'arrived':
      return change(event.key, { state: 'done', progress: 1, answer: event.answer });
    case 'failed':
      return change(event.key, { state: 'failed', error: event.error });
    case 'retried':
      return change(event.key, { state: 'waiting', progress: 0, error: null });
    case 'removed':
      return uploads.filter((upload) => upload.key !== event.key);
  }
}

export function uploadIdsOf(uploads: readonly Upload[]): number[] {
  return uploads.flatMap((upload) => upload.answer?.file_upload_ids ?? []);
}

export function isUnderWay(upload: Upload): boolean {
  return upload.state === 'waiting' || upload.state === 'sending' || upload.state === 'reading';
}

/** The fields that the tasks of every file have. */
export function commonColumns(uploads: readonly Upload[]): string[] {
  const lists = uploads.flatMap((upload) => (upload.answer ? [upload.answer.data_columns] : []));
  const [first, ...others] = lists;
  return first?.filter((column) => others.every((list) => list.includes(column))) ?? [];
}
