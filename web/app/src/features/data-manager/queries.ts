import { api, type Project } from '@goldset/api';
import { queryOptions, type QueryClient } from '@tanstack/react-query';

import { columnsOf, type ServerColumn } from './model/columns';
import type { Filters } from './model/filters';
import type { SelectedItems } from './model/selection';
import type { View, ViewData } from './model/views';

/** A task as the list carries it. Derived fields are there only while their column is visible. */
export interface ListedTask {
  id: number;
  data: Record<string, unknown>;
  is_labeled: boolean;
  [key: string]: unknown;
}

export interface TaskPage {
  tasks: ListedTask[];
  /** Of everything the filters let through, not of the page. */
  total: number;
  total_annotations: number;
  total_predictions: number;
}

/** What decides which tasks are listed and in which order. */
export interface TaskListing {
  filters: Filters;
  ordering: string[];
  /** Fields shown as numbers are ordered as numbers. */
  columnsDisplayType: Record<string, string>;
}

/** A listing with the derived fields it shows. */
export interface TaskQuery extends TaskListing {
  hiddenColumns: { explore: string[]; labeling: string[] };
}

/** A project as the data manager sees it: with live counts and what this person may do. */
export interface DataProject extends Project {
  task_count: number;
  annotation_count: number;
  can_delete_tasks: boolean;
  can_manage_annotations: boolean;
  can_manage_tasks: boolean;
  source_syncing: boolean;
  target_syncing: boolean;
}

/** Tasks a request for the list brings. */
export const pageSize = 50;

/** How often the counts are looked up while the screen is in front of somebody. */
const POLL_MS = 20_000;

const key = (projectId: number) => ['data-manager', projectId] as const;

export function columnsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'columns'],
    queryFn: async ({ signal }) => {
      const query = { project: projectId };
      return columnsOf(
        (await api.get<{ columns: ServerColumn[] }>('/api/dm/columns/', { query, signal })).columns,
      );
    },
  });
}

export function viewsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'views'],
    queryFn: ({ signal }) => api.get<View[]>('/api/dm/views/', { query: { project: projectId }, signal }),
  });
}

export function dataProjectQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'project'],
    queryFn: ({ signal }) =>
      api.get<DataProject>('/api/dm/project/', {
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
      api.get<TaskPage>('/api/tasks/', {
        query: { project: projectId, page, page_size: pageSize, query: JSON.stringify(query) },
        signal,
      }),
    staleTime: 30_000,
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
    const answer = await api.get<TaskPage>('/api/tasks/', {
      query: {
        project: projectId,
        page: page + 1,
        page_size: size,
        include: 'id',
        query: JSON.stringify(query),
      },
    });
    const first = page * size;
    ids.push(...answer.tasks.slice(Math.max(0, from - first), to - first + 1).map((task) => task.id));
  }
  return ids;
}

export function createView(projectId: number, data: ViewData): Promise<View> {
  return api.post('/api/dm/views/', { project: projectId, data });
}

export function saveView(projectId: number, view: { id: number; data: ViewData }): Promise<View> {
  return api.patch(`/api/dm/views/${view.id}/`, { data: view.data }, { query: { project: projectId } });
}

export function deleteView(id: number): Promise<void> {
  return api.del(`/api/dm/views/${id}/`);
}

/** An action on the selected tasks, as the server offers it. */
export interface TaskAction {
  id: string;
  title: string;
  order: number;
  dialog?: {
    title?: string;
    text?: string;
    type?: string;
    /** Null when there is a form to fetch. */
    form?: null;
  } | null;
  experimental?: boolean;
  reload?: boolean;
}

export interface ActionField {
  type: 'select' | 'input' | 'number';
  name: string;
  label: string;
  options?: (string | { value: string; label: string })[];
  value?: string | number | null;
  placeholder?: string;
  searchable?: boolean;
}

export interface ActionAnswer {
  processed_items?: number;
  detail?: string;
  reload?: boolean;
  /** The work goes on as a job after the answer. */
  async?: boolean;
}

export function actionsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...key(projectId), 'actions'],
    queryFn: ({ signal }) =>
      api.get<TaskAction[]>('/api/dm/actions/', { query: { project: projectId }, signal }),
    staleTime: 60_000,
  });
}

export function actionFormQuery(projectId: number, action: string) {
  return queryOptions({
    queryKey: [...key(projectId), 'action-form', action],
    queryFn: ({ signal }) =>
      api.get<{ columnCount: number; fields: ActionField[] }[]>(`/api/dm/actions/${action}/form/`, {
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

export function runAction(projectId: number, action: string, body: ActionBody): Promise<ActionAnswer> {
  return api.post('/api/dm/actions/', body, { query: { id: action, project: projectId } });
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
