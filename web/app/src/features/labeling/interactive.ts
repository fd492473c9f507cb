import { api } from '@goldset/api';
import type { PromptEvent, ResultElement } from '@goldset/editor';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { t } from '../../messages';

/** How long the answer holds, milliseconds: the server asks every back end for its state. */
const KNOWN_FOR = 5 * 60_000;

/** Models that answer while an annotator draws. */
function interactiveBackendsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['ml-backends', projectId, 'interactive'],
    queryFn: ({ signal }) =>
      api.get('/api/ml/', { query: { project: projectId, is_interactive: true }, signal }),
    staleTime: KNOWN_FOR,
    retry: false,
  });
}

/** Asks the project's interactive model about a task; undefined while there is none, or none is known of. */
export function useInteractiveModel(
  projectId: number,
  taskId: number,
): ((prompt: PromptEvent) => Promise<ResultElement[]>) | undefined {
  const { data: backends } = useQuery(interactiveBackendsQuery(projectId));
  const backend = backends?.[0]?.id;
  return useMemo(
    () => (backend === undefined ? undefined : ({ result }) => predict(backend, taskId, result)),
    [backend, taskId],
  );
}

async function predict(backend: number, task: number, prompts: ResultElement[]): Promise<ResultElement[]> {
  const { data, errors } = await api.post('/api/ml/{id}/interactive-annotating', {
    path: { id: backend },
    body: { task, context: { result: prompts } },
  });
  if (errors && errors.length > 0) throw new Error(errors.join(' '));
  const result: unknown = data?.['result'];
  if (!Array.isArray(result)) throw new Error(t('model.noResult'));
  return result.filter(isElement);
}

function isElement(value: unknown): value is ResultElement {
  return value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';
}
