import type { ListedProject } from '../../shared/queries';

/** How far a project is: whole tasks, and the share done from 0 to 100. */
export function progressOf(project: Pick<ListedProject, 'task_number' | 'finished_task_number'>) {
  const total = project.task_number ?? 0;
  const done = project.finished_task_number ?? 0;
  return { done, total, percent: total === 0 ? 0 : (100 * done) / total };
}

/** The project's colour, or undefined where it is one of the whites that mean "none". */
export function colorOf({ color }: Pick<ListedProject, 'color'>): string | undefined {
  return ['#FFFFFF', '#FDFDFC'].includes(color.toUpperCase()) ? undefined : color;
}
