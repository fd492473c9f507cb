import { queryString } from '@goldset/api';

/** Where the browser downloads an export from; the answer streams straight to disk. */
export function exportUrl(projectId: number, format: string, allTasks: boolean): string {
  return `/api/projects/${projectId}/export${queryString({ exportType: format, download_all_tasks: allTasks })}`;
}
