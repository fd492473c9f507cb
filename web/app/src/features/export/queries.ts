import { api } from '@goldset/api';
import { queryOptions } from '@tanstack/react-query';

import { exportQuery, type DownloadChoices } from './exportUrl';

/** All formats, those that fit the project first. */
export function formatsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['export-formats', projectId],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{id}/export/formats', {
        path: { id: projectId },
        query: { more: true },
        signal,
      }),
  });
}

/** What an export would hold and what it would leave out: the server reads the whole project for it. */
export function receiptQuery(projectId: number, format: string, choices: DownloadChoices) {
  const query = exportQuery(format, choices);
  return queryOptions({
    queryKey: ['export-receipt', projectId, query],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{id}/export/receipt', { path: { id: projectId }, query, signal }),
  });
}
