import { addressOf, api, type Snapshot, type SnapshotRequest } from '@goldset/api';
import { queryOptions } from '@tanstack/react-query';

/** How often the list is looked at while something in it still changes. */
const POLL_MS = 1000;

export const taskChoices = ['any', 'annotated', 'finished', 'unfinished', 'notSkipped'] as const;

/** Which tasks of the chosen ones. */
export type TaskChoice = (typeof taskChoices)[number];

/** What a person chose for a new snapshot. */
export interface SnapshotChoices {
  title: string;
  /** Tab of the data manager; null: all tasks. */
  view: number | null;
  only: TaskChoice;
  annotations: { usual: boolean; groundTruth: boolean; skipped: boolean };
  /** Leave out tasks without any annotation of the chosen kinds. */
  dropEmpty: boolean;
  full: { drafts: boolean; predictions: boolean; authors: boolean };
  interpolate: boolean;
}

export const initialChoices: SnapshotChoices = {
  title: '',
  view: null,
  only: 'any',
  annotations: { usual: true, groundTruth: true, skipped: true },
  dropEmpty: false,
  full: { drafts: false, predictions: false, authors: false },
  interpolate: false,
};

/** Without any kind of annotation a snapshot would hold all of them. */
export function holdsAnnotations({ annotations }: SnapshotChoices): boolean {
  return annotations.usual || annotations.groundTruth || annotations.skipped;
}

/** The order for the server: nothing is asked for that is the same without. */
export function snapshotRequest(choices: SnapshotChoices): SnapshotRequest {
  const { annotations, full, only, view } = choices;
  const title = choices.title.trim();
  const all = annotations.usual && annotations.groundTruth && annotations.skipped;
  return {
    ...(title !== '' && { title }),
    task_filter_options: {
      ...(view !== null && { view }),
      ...(only === 'annotated' && { annotated: 'only' as const }),
      ...(only === 'finished' && { finished: 'only' as const }),
      ...(only === 'unfinished' && { finished: 'exclude' as const }),
      ...(only === 'notSkipped' && { skipped: 'exclude' as const }),
      ...(choices.dropEmpty && { only_with_annotations: true }),
    },
    ...(!all && {
      annotation_filter_options: {
        usual: annotations.usual,
        ground_truth: annotations.groundTruth,
        skipped: annotations.skipped,
      },
    }),
    serialization_options: {
      ...(full.drafts && { drafts: { only_id: false } }),
      ...(full.predictions && { predictions: { only_id: false } }),
      ...(full.authors && { annotations__completed_by: { only_id: false } }),
      ...(choices.interpolate && { interpolate_key_frames: true }),
    },
  };
}

export function isOpen(status: string): boolean {
  return status === 'created' || status === 'in_progress';
}

/** Whether something in the list will still change by itself. */
export function isChanging(snapshots: readonly Snapshot[]): boolean {
  return snapshots.some(
    ({ status, converted_formats }) =>
      isOpen(status) || converted_formats.some((conversion) => isOpen(conversion.status)),
  );
}

/** The newest snapshots of a project; looked at again and again while one `isWaited` for or changes. */
export function snapshotsQuery(projectId: number, isWaited = false) {
  return queryOptions({
    queryKey: ['snapshots', projectId],
    queryFn: ({ signal }) => api.get('/api/projects/{id}/exports/', { path: { id: projectId }, signal }),
    refetchInterval: ({ state }) => (isWaited || isChanging(state.data ?? []) ? POLL_MS : false),
  });
}

/** Where a snapshot is downloaded from; JSON without a format. */
export function snapshotUrl(projectId: number, id: number, format?: string): string {
  return addressOf('get', '/api/projects/{id}/exports/{exportPk}/download', {
    path: { id: projectId, exportPk: id },
    query: { exportType: format },
  });
}

/** Size of a completed snapshot in bytes; null where the server does not say. */
export function snapshotSizeQuery(projectId: number, id: number) {
  return queryOptions({
    queryKey: ['snapshots', projectId, id, 'size'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      // One byte of the file: the answer says how long the whole is.
      const answer = await api.send('GET', snapshotUrl(projectId, id), undefined, {
        headers: { Range: 'bytes=0-0' },
        signal,
      });
      return totalOf(answer.headers.get('Content-Range'));
    },
  });
}

/** The length in `bytes 0-0/1234`. */
export function totalOf(contentRange: string | null): number | null {
  const total = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return total === undefined ? null : Number(total);
}

const statuses = ['created', 'in_progress', 'failed', 'completed'] as const;

/** The state of a snapshot; one unknown here is still on its way. */
export function statusOf(status: string): (typeof statuses)[number] {
  return statuses.find((known) => known === status) ?? 'in_progress';
}
