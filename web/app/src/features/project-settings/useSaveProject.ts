import { api, type Project } from '@goldset/api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { projectQuery } from '../../shared/queries';

/** Stores fields of a project and shows the new state everywhere. */
export function useSaveProject(id: number): (changed: Partial<Project>) => Promise<Project> {
  const queryClient = useQueryClient();
  return useCallback(
    async (changed) => {
      const project = await api.patch<Project>(`/api/projects/${String(id)}/`, changed);
      queryClient.setQueryData(projectQuery(id).queryKey, project);
      await queryClient.invalidateQueries({ queryKey: ['projects', 'list'] });
      return project;
    },
    [id, queryClient],
  );
}
