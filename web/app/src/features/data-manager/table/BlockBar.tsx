import { Button } from '@mantine/core';

import { t } from '../../../messages';
import classes from './table.module.css';
import type { Blocks } from './useBlocks';

/** Leads from one block of a long list to the next; nothing where one block is all. */
export function BlockBar({ offset, count, total, onPrevious, onNext }: Blocks) {
  if (count === total) return null;
  return (
    <div className={classes.blocks}>
      <span>{t('data.table.block', { from: offset + 1, to: offset + count, total })}</span>
      <Button variant="default" size="compact-sm" disabled={!onPrevious} onClick={onPrevious}>
        {t('data.table.previousBlock')}
      </Button>
      <Button variant="default" size="compact-sm" disabled={!onNext} onClick={onNext}>
        {t('data.table.nextBlock')}
      </Button>
    </div>
  );
}
