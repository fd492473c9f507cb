import { ApiError, NetworkError } from '@goldset/api';
import { Button, Code } from '@mantine/core';
import { IconMoodPuzzled, IconPlugConnectedX, IconZoomQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { describe } from '../app/errors/describe';
import { t } from '../messages';
import { EmptyState } from './EmptyState';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** What a screen or panel shows when its data did not arrive: what happened and the way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  const retry = onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>;
  if (error instanceof NetworkError) {
    return (
      <EmptyState icon={<IconPlugConnectedX size={32} />} title={t('error.notReachable')} action={retry}>
        {t('error.notReachable.detail')}
      </EmptyState>
    );
  }
  const id = error instanceof ApiError ? error.id : undefined;
  return (
    <EmptyState icon={<IconMoodPuzzled size={32} />} title={t('error.title')} action={retry}>
      <div role="alert" style={{ whiteSpace: 'pre-wrap' }}>
        {describe(error)}
      </div>
      {id !== undefined && (
        <div>
          {t('error.id')} <Code>{id}</Code>
        </div>
      )}
    </EmptyState>
  );
}

/** For addresses that lead nowhere. */
export function NotFound() {
  return (
    <EmptyState
      icon={<IconZoomQuestion size={32} />}
      title={t('error.notFound')}
      action={
        <Button component={Link} to="/projects" variant="default">
          {t('error.toProjects')}
        </Button>
      }
    >
      {t('error.notFound.detail')}
    </EmptyState>
  );
}
