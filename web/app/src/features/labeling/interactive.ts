import { api, type Project } from '@goldset/api';
import type { PromptEvent, ResultElement } from '@goldset/editor';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { t } from '../../messages';
import { editorPrediction } from './editorInput';
import { reveal } from './reveal';
import type { LabelTask } from './tasks';

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

/**
 * Answers what is drawn with smart tools: the project's interactive model, or the task's predictions where the project
 * shows them only when asked for. Undefined while there is neither.
 */
export function useInteractiveModel(
  project: Project,
  { id, predictions }: LabelTask,
): ((prompt: PromptEvent) => Promise<ResultElement[]>) | undefined {
  const { data: backends } = useQuery(interactiveBackendsQuery(project.id));
  const backend = backends?.[0]?.id;
  const reveals = project.reveal_preannotations_interactively;
  return useMemo(() => {
    if (backend !== undefined) return ({ result }) => predict(backend, id, result);
    if (!reveals || predictions.length === 0) return undefined;
    const predicted = predictions.flatMap((prediction) => editorPrediction(prediction).result);
    return ({ result }) => Promise.resolve(reveal(predicted, result));
  }, [backend, id, predictions, reveals]);
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
