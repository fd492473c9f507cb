import { api } from '@goldset/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Pins a project to the top of the list, or lets it go. */
export function usePinProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, pinned }: { id: number; pinned: boolean }) =>
      api.patch('/api/projects/{id}/', {
        path: { id },
        body: { pinned_at: pinned ? new Date().toISOString() : null },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['projects', 'list'] }),
  });
}
