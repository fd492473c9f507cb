import type { Project } from '@goldset/api';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { projectQuery } from './queries';

/** The project of the current address; for components below a project's route. */
export function useProject(): Project {
  const { projectId } = useParams({ from: '/projects/$projectId' });
  return useSuspenseQuery(projectQuery(projectId)).data;
}
