import { api, type Project } from '@goldset/api';
import { queryOptions } from '@tanstack/react-query';

/** Who is signed in; loaded before any screen shows. */
export const currentUserQuery = queryOptions({
  queryKey: ['current-user'],
  queryFn: ({ signal }) => api.get('/api/current-user/whoami', { signal }),
  staleTime: 5 * 60_000,
});

export const versionQuery = queryOptions({
  queryKey: ['version'],
  queryFn: ({ signal }) => api.get('/api/version/', { signal }),
  staleTime: Infinity,
});

/** Everyone in the organization. */
export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => api.get('/api/users/', { signal }),
  staleTime: 60_000,
});

/** One project with all its fields. */
export function projectQuery(id: number) {
  return queryOptions({
    queryKey: ['projects', 'one', id],
    queryFn: ({ signal }) => api.get('/api/projects/{id}/', { path: { id }, signal }),
  });
}

/** Data fields and labels in use of a project. */
export function projectSummaryQuery(id: number) {
  return queryOptions({
    queryKey: ['projects', 'summary', id],
    queryFn: ({ signal }) => api.get('/api/projects/{id}/summary/', { path: { id }, signal }),
  });
}

/** What lists show of a project: the rest, the labeling configuration above all, would only be carried around. */
const listedFields = [
  'id',
  'title',
  'description',
  'color',
  'created_by',
  'created_at',
  'is_draft',
  'pinned_at',
  'task_number',
  'finished_task_number',
  'total_annotations_number',
  'skipped_annotations_number',
  'total_predictions_number',
] as const satisfies (keyof Project)[];

export type ListedProject = Pick<Project, (typeof listedFields)[number]>;

export interface ProjectListFilter {
  page: number;
  pageSize: number;
  /** Part of the title. */
  title?: string;
}

/** One page of the organization's projects, pinned first, then newest. */
export function projectListQuery({ page, pageSize, title }: ProjectListFilter) {
  return queryOptions({
    queryKey: ['projects', 'list', { page, pageSize, title }],
    queryFn: ({ signal }) =>
      api.get('/api/projects/', {
        signal,
        query: { page, page_size: pageSize, title, include: [...listedFields] },
      }),
  });
}

/** Which kinds of tokens the organization accepts. */
export const tokenSettingsQuery = queryOptions({
  queryKey: ['token-settings'],
  queryFn: ({ signal }) => api.get('/api/jwt/settings', { signal }),
});

export function organizationQuery(id: number) {
  return queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) => api.get('/api/organizations/{id}', { path: { id }, signal }),
  });
}
