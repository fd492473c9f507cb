import {
  api,
  ApiError,
  NetworkError,
  type Annotation,
  type Draft,
  type Prediction,
  type Project,
  type Visit,
} from '@goldset/api';

import type { OfflineTasks } from './offline/OfflineTasks';
import { bodyOf, type StreamOrder } from './streamOrder';

/** Authors are ids in lists, and spelled out in a single task. */
export type Author = number | { id: number; email?: string; initials?: string } | null;

/** A task with everything the editor shows of it. */
export interface LabelTask {
  id: number;
  data: Record<string, unknown>;
  allow_skip: boolean | null;
  annotations: (Omit<Annotation, 'completed_by'> & { completed_by: Author })[];
  predictions: Prediction[];
  /** The caller's own. */
  drafts: Draft[];
  project: number;
  [key: string]: unknown;
}

/** One task. Without a connection, the copy kept of it. */
export async function fetchTask(id: number, offline: OfflineTasks, signal?: AbortSignal): Promise<LabelTask> {
  try {
    const task = withLists(await api.get('/api/tasks/{id}/', { path: { id }, signal }));
    await offline.keep(task);
    return task;
  } catch (error) {
    const copy = error instanceof NetworkError ? await offline.get(id) : undefined;
    if (copy) return copy;
    throw error;
  }
}

/**
 * The next task of a stream; null when there is none. `except`: tasks that are open or answered here although the
 * server does not know it yet.
 */
export async function fetchNextTask(
  projectId: number,
  order: StreamOrder,
  except: readonly number[],
  signal?: AbortSignal,
): Promise<LabelTask | null> {
  try {
    const answer = await api.post('/api/dm/actions/', {
      body: bodyOf(order),
      query: {
        id: 'next_task',
        project: projectId,
        except: except.length > 0 ? [...except] : undefined,
      },
      signal,
    });
    if (!('data' in answer)) throw new TypeError('The next task came without its data.');
    return withLists(answer);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

export function fetchHistory(projectId: number, signal?: AbortSignal): Promise<Visit[]> {
  return api.get('/api/projects/{id}/label-stream-history/', { path: { id: projectId }, signal });
}

/** What somebody labeling in a stream may see of a task: their own annotations and the project's chosen predictions. */
export function forStream(task: LabelTask, project: Project, userId: number): LabelTask {
  const version = project.model_version;
  return {
    ...task,
    annotations: task.annotations.filter((annotation) => authorId(annotation.completed_by) === userId),
    predictions: project.show_collab_predictions
      ? task.predictions.filter((prediction) => !version || prediction.model_version === version)
      : [],
  };
}

export function authorId(author: Author): number | null {
  return typeof author === 'object' ? (author?.id ?? null) : author;
}

function withLists(task: LabelTask): LabelTask {
  return {
    ...task,
    annotations: task.annotations ?? [],
    predictions: task.predictions ?? [],
    drafts: task.drafts ?? [],
  };
}
