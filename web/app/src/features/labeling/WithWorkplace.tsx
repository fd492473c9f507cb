import { IconDatabaseOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { EmptyState } from '../../shared/EmptyState';
import classes from './labeling.module.css';
import { useWorkplace, type Workplace } from './OutboxProvider';

/** Shows its content once the browser's own store is open; without one nothing could be kept, so nothing is labeled. */
export function WithWorkplace({ children }: { children: (workplace: Workplace) => ReactNode }) {
  const opening = useWorkplace();
  if (opening === null)
    return <div className={classes.pane} role="status" aria-busy aria-label={t('label.loading')} />;
  if ('error' in opening) {
    return (
      <div className={classes.centered}>
        <EmptyState icon={<IconDatabaseOff size={32} />} title={t('label.noStore')}>
          {t('label.noStore.text', { reason: describe(opening.error) })}
        </EmptyState>
      </div>
    );
  }
  return children(opening);
}
