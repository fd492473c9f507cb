import { IconCloudDown } from '@tabler/icons-react';

import { locale, t } from '../../messages';
import classes from './dataManager.module.css';
import type { DataProject, TaskPage } from '@goldset/api';

interface CountsProps {
  /** Of the listed tasks, as they are now. */
  shown: Omit<TaskPage, 'tasks'> | undefined;
  project: DataProject;
}

const number = new Intl.NumberFormat(locale);

/** How many tasks the tab lists, of how many, and what was done with them. */
export function Counts({ shown, project }: CountsProps) {
  const total = number.format(project.task_count);
  const listed = shown === undefined ? '' : number.format(shown.total);
  const tasks = listed === total || listed === '' ? total : t('data.counts.of', { shown: listed, total });
  return (
    <dl className={classes.counts} aria-label={t('data.counts')}>
      {project.source_syncing && (
        <div>
          <IconCloudDown size={16} aria-hidden /> <span>{t('data.counts.syncing')}</span>
        </div>
      )}
      <Count name={t('data.counts.tasks')} value={tasks} />
      <Count
        name={t('data.counts.annotations')}
        value={shown === undefined ? '' : number.format(shown.total_annotations)}
      />
      <Count
        name={t('data.counts.predictions')}
        value={shown === undefined ? '' : number.format(shown.total_predictions)}
      />
    </dl>
  );
}

function Count({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
