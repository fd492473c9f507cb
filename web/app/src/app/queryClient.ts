import { ApiError } from '@goldset/api';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { reportError } from './errors/reportError';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The screen shows this mutation's failure itself. */
      showsError?: boolean;
      /** Title of the report otherwise. */
      errorTitle?: string;
    };
  }
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Whether a server answers is found out by asking: it may run on this very computer.
        networkMode: 'always',
        staleTime: 10_000,
        // A refusal will not change by asking again; a hiccup may.
        retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      },
      mutations: { networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.showsError !== true) reportError(error, mutation.meta?.errorTitle);
      },
    }),
  });
}
