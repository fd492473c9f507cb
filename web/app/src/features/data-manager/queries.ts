import { api, type ActionAnswer, type Filters, type View, type ViewData } from '@goldset/api';
import { queryOptions, type QueryClient } from '@tanstack/react-query';

import { respondAsync } from '../jobs/requests';
import { columnsOf } from './model/columns';
import type { SelectedItems } from './model/selection';

/** What decides which tasks are listed and in which order. */
export interface TaskListing {
  filters: Filters;
  ordering: string[];
  /** Fields shown as numbers are ordered as numbers. */
  columnsDisplayType: Record<string, string>;
  /** Words that the tasks have; absent while nothing is searched. */
  search?: string;
}

/** A listing with the derived fields it shows. */
export interface TaskQuery extends TaskListing {
  hiddenColumns: { explore: string[]; labeling: string[] };
}

/** Tasks a request for the list brings. */
export const pageSize = 50;

/** How often the counts are looked up while the screen is in front of somebody. */
const POLL_MS = 5_000;

const key = (projectId: number) => ['data-manager', projectId] as const;

export function columnsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'columns'],
    queryFn: async ({ signal }) => {
      const query = { project: projectId };
      return columnsOf((await api.get('/api/dm/columns/', { query, signal })).columns);
    },
  });
}

export function viewsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'views'],
    queryFn: ({ signal }) => api.get('/api/dm/views/', { query: { project: projectId }, signal }),
  });
}

export function dataProjectQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'project'],
    queryFn: ({ signal }) =>
      api.get('/api/dm/project/', {
        query: { project: projectId, interaction: 'timer' },
        signal,
      }),
    refetchInterval: POLL_MS,
  });
}

export function taskPageQuery(projectId: number, query: TaskQuery, page: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'tasks', query, page],
    queryFn: ({ signal }) =>
      api.get('/api/tasks/', {
        query: { project: projectId, page, page_size: pageSize, query: JSON.stringify(query) },
        signal,
      }),
    staleTime: 30_000,
    gcTime: 60_000,
  });
}

/** The totals of a list alone, asked for again when the project's counts change. */
export function totalsQuery(projectId: number, query: TaskQuery, counts: string) {
  return queryOptions({
    queryKey: [...key(projectId), 'totals', query, counts],
    queryFn: async ({ signal }) => {
      const { total, total_annotations, total_predictions } = await api.get('/api/tasks/', {
        query: {
          project: projectId,
          page: 1,
          page_size: 1,
          include: ['id'],
          query: JSON.stringify(query),
        },
        signal,
      });
      return { total, total_annotations, total_predictions };
    },
    gcTime: 60_000,
  });
}

/** Ids of the tasks at positions `from` to `to` (both included, from 0) of the list. */
export async function taskIdsBetween(
  projectId: number,
  query: TaskQuery,
  from: number,
  to: number,
): Promise<number[]> {
  const size = 1000;
  const ids: number[] = [];
  for (let page = Math.floor(from / size); page <= Math.floor(to / size); page++) {
    const answer = await api.get('/api/tasks/', {
      query: {
        project: projectId,
        page: page + 1,
        page_size: size,
        include: ['id'],
        query: JSON.stringify(query),
      },
    });
    const first = page * size;
    ids.push(...answer.tasks.slice(Math.max(0, from - first), to - first + 1).map((task) => task.id));
  }
  return ids;
}

export function createView(projectId: number, data: ViewData): Promise<View> {
  return api.post('/api/dm/views/', { body: { project: projectId, data } });
}

export function saveView(view: { id: number; data: ViewData }): Promise<View> {
  return api.patch('/api/dm/views/{id}/', { path: { id: view.id }, body: { data: view.data } });
}

/** Puts tabs in this order, for everybody. */
export function orderViews(projectId: number, ids: readonly number[]): Promise<unknown> {
  return api.post('/api/dm/views/order/', { body: { project: projectId, ids: [...ids] } });
}

export function deleteView(id: number): Promise<void> {
  return api.del('/api/dm/views/{id}/', { path: { id } });
}

export function actionsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'actions'],
    queryFn: ({ signal }) =>
      api.get('/api/dm/actions/', { query: { project: projectId, experimental: true }, signal }),
    staleTime: 60_000,
  });
}

export function actionFormQuery(projectId: number, action: string) {
  return queryOptions({
    queryKey: [...key(projectId), 'action-form', action],
    queryFn: ({ signal }) =>
      api.get('/api/dm/actions/{id}/form/', {
        path: { id: action },
        query: { project: projectId },
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
  });
}

export interface ActionBody extends TaskListing {
  selectedItems: SelectedItems;
  [field: string]: unknown;
}

/** @returns What it did; the id of its job where it has so much to do that it goes on in the background. */
export async function runAction(
  projectId: number,
  action: string,
  body: ActionBody,
): Promise<ActionAnswer | { job: number }> {
  const query = { id: action, project: projectId };
  const answer = await api.post('/api/dm/actions/', { body, query, headers: respondAsync });
  if ('data' in answer) throw new TypeError(`${action} answered a task.`);
  return answer;
}

/** Asks again for everything shown of a project's tasks: they were imported, deleted or labeled. */
export async function refreshProjectData(queryClient: QueryClient, projectId: number): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: key(projectId) }),
    queryClient.invalidateQueries({ queryKey: ['projects'] }),
    queryClient.invalidateQueries({ queryKey: ['export-formats', projectId] }),
  ]);
}

/** Asks again for the listed tasks and the counts only. */
export async function refreshTasks(queryClient: QueryClient, projectId: number): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [...key(projectId), 'tasks'] }),
    queryClient.invalidateQueries({ queryKey: [...key(projectId), 'project'] }),
  ]);
}
