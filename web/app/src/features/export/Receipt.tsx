import type { ExportReceipt } from '@goldset/api';
import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { formatNumber } from '../../shared/formatNumber';
import { useDelayed } from '../../shared/useDelayed';
import classes from './export.module.css';
import type { DownloadChoices } from './exportUrl';
import { leftOutText } from './leftOut';
import { receiptQuery } from './queries';

interface ReceiptProps {
  projectId: number;
  format: string;
  choices: DownloadChoices;
  /** The project is small enough to be counted unasked. */
  isSmall: boolean;
}

/** What an export would hold, and what it would leave out and why. */
export function Receipt({ projectId, format, choices, isSmall }: ReceiptProps) {
  const [asked, setAsked] = useState(false);
  const receipt = useQuery({ ...receiptQuery(projectId, format, choices), enabled: isSmall || asked });
  const showSkeleton = useDelayed(receipt.isLoading);
  if (!isSmall && !asked)
    return (
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('export.receipt.count')}
      </Button>
    );
  return (
    <section className={classes.receipt} aria-label={t('export.receipt')} aria-busy={receipt.isLoading}>
      <h3 className={classes.heading}>{t('export.receipt')}</h3>
      {receipt.isError ? (
        <Text c="bad" size="sm" role="alert">
          {describe(receipt.error)}
        </Text>
      ) : receipt.data ? (
        <Counts receipt={receipt.data} />
      ) : (
        <Skeleton h={84} visible={showSkeleton} className={classes.placeholder} />
      )}
    </section>
  );
}

function Counts({ receipt }: { receipt: ExportReceipt }) {
  const reasons = Object.entries(receipt.left_out);
  const missing = receipt.files_missing ?? 0;
  return (
    <>
      <dl className={classes.counts}>
        <Count name={t('export.receipt.tasks')} pair={receipt.tasks} />
        <Count name={t('export.receipt.annotations')} pair={receipt.annotations} />
        <Count name={t('export.receipt.regions')} pair={receipt.regions} />
      </dl>
      {reasons.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('export.receipt.complete')}
        </Text>
      ) : (
        <div>
          <Text size="sm">{t('export.receipt.leftOut')}</Text>
          <ul className={classes.reasons}>
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                <span className="gs-number">{formatNumber(count)}</span> {leftOutText(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing > 0 && <Text size="sm">{t('export.receipt.files', { count: missing })}</Text>}
    </>
  );
}

/** Read and written; one number when they are the same. */
function Count({ name, pair: [read = 0, written = 0] }: { name: string; pair: readonly number[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="gs-number" data-partial={written < read || undefined}>
        {written === read
          ? formatNumber(read)
          : t('export.receipt.share', { written: formatNumber(written), read: formatNumber(read) })}
      </dd>
    </>
  );
}
