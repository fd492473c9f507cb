import { addressOf } from '@goldset/api';

/** Where the browser downloads an export from; the answer streams straight to disk. */
export function exportUrl(projectId: number, format: string, allTasks: boolean): string {
  return addressOf('get', '/api/projects/{id}/export', {
    path: { id: projectId },
    query: { exportType: format, download_all_tasks: allTasks },
  });
}
