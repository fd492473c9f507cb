import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import classes from './setup.module.css';
import type { ConfigCheck } from './useConfigCheck';

/** What the server says about the configuration, in a strip of fixed height that grows only for problems. */
export function ConfigStatus({ check }: { check: ConfigCheck }) {
  if (check.error) {
    return (
      <div className={classes.status} data-state="bad" role="alert">
        <IconAlertCircle size={16} aria-hidden />
        <div>
          {t('setup.checkFailed')}
          <br />
          {describe(check.error)}
        </div>
        <Button size="compact-sm" variant="default" onClick={check.retry}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (check.problems.length > 0) {
    return (
      <div className={classes.status} data-state="bad" role="status">
        <IconAlertCircle
          size={16}
          aria-label={t('setup.problems', { count: check.problems.length })}
          role="img"
        />
        <ul>
          {check.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className={classes.status} role="status">
      {check.pending ? (
        <>
          <IconLoader2 size={16} aria-hidden />
          {t('setup.checking')}
        </>
      ) : (
        <>
          <IconCheck size={16} color="var(--gs-good)" aria-hidden />
          {t('setup.valid')}
        </>
      )}
    </div>
  );
}
