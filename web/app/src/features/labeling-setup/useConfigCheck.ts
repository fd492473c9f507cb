import { api, ApiError, type Json } from '@goldset/api';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** How a configuration stands with the server. */
export interface ConfigCheck {
  /** The text these findings belong to is not the current one yet. */
  pending: boolean;
  /** What the server found wrong at its last answer; empty when nothing. */
  problems: readonly string[];
  /** The check itself did not work. */
  error: unknown;
  retry: () => void;
  /** The last configuration without problems, with a task to show it on. */
  sample: Sample | undefined;
}

export interface Sample {
  config: string;
  data: Record<string, Json>;
}

interface Checked {
  problems: readonly string[];
  sample: Sample | undefined;
}

const none: readonly string[] = [];

/** Asks the server about a configuration, half a second after the last change. */
export function useConfigCheck(projectId: number, config: string): ConfigCheck {
  const [settled] = useDebouncedValue(config, 500);
  const check = useQuery({
    queryKey: ['config-check', projectId, settled],
    queryFn: async ({ signal, client }): Promise<Checked> => {
      const checked = await checkConfig(projectId, settled, signal);
      // A mistake while typing must not empty the preview.
      const sampleKey = ['config-sample', projectId];
      if (checked.sample === undefined) return { ...checked, sample: client.getQueryData<Sample>(sampleKey) };
      client.setQueryData<Sample>(sampleKey, checked.sample);
      return checked;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
  return {
    pending: settled !== config || check.isFetching,
    problems: check.data?.problems ?? none,
    error: check.error,
    retry: () => void check.refetch(),
    sample: check.data?.sample,
  };
}

async function checkConfig(projectId: number, config: string, signal: AbortSignal): Promise<Checked> {
  const input = { path: { id: projectId }, body: { label_config: config }, signal };
  try {
    await api.post('/api/projects/{id}/validate/', input);
    const { sample_task: data } = await api.post('/api/projects/{id}/sample-task/', input);
    return { problems: none, sample: { config, data } };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error;
    return { problems: error.messages.length > 0 ? error.messages : [error.detail], sample: undefined };
  }
}
