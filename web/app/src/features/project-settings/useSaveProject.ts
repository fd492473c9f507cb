import { api, type Project, type ProjectChanges } from '@goldset/api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { projectQuery } from '../../shared/queries';

/** Stores fields of a project and shows the new state everywhere. */
export function useSaveProject(id: number): (changed: ProjectChanges) => Promise<Project> {
  const queryClient = useQueryClient();
  return useCallback(
    async (changed) => {
      const project = await api.patch('/api/projects/{id}/', { path: { id }, body: changed });
      queryClient.setQueryData(projectQuery(id).queryKey, project);
      await queryClient.invalidateQueries({ queryKey: ['projects', 'list'] });
      return project;
    },
    [id, queryClient],
  );
}
