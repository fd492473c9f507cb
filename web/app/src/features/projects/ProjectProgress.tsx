import { Progress } from '@mantine/core';
import { t } from '../../messages';
import { formatNumber } from '../../shared/formatNumber';
import type { ListedProject } from '../../shared/queries';
import { progressOf } from './progress';
import classes from './projects.module.css';

/** Finished tasks as a bar, and in numbers. */
export function ProjectProgress({ project }: { project: ListedProject }) {
  const { done, total, percent } = progressOf(project);
  const label = total === 0 ? t('projects.noTasks') : t('projects.progress', { done, total });
  return (
    <div className={classes.progress} title={label}>
      <Progress
        value={percent}
        color={percent === 100 ? 'good' : 'accent'}
        size={6}
        aria-label={label}
        className={classes.bar}
      />
      <span className="gs-number">{formatNumber(Math.floor(percent))}%</span>
    </div>
  );
}
