import { Button, Group } from '@mantine/core';
import { IconDatabaseImport, IconFilterOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { t } from '../../messages';
import { EmptyState } from '../../shared/EmptyState';
import { LinkButton } from '../../shared/LinkButton';

/** A project nothing was imported into yet. */
export function NoTasks({ projectId, canImport }: { projectId: number; canImport: boolean }) {
  return (
    <EmptyState
      icon={<IconDatabaseImport size={32} />}
      title={t('data.empty')}
      action={
        canImport && (
          <Group gap="sm">
            <LinkButton to="/projects/$projectId/data/import" params={{ projectId }}>
              {t('data.empty.import')}
            </LinkButton>
            <Button
              component={Link}
              to={`/projects/${projectId}/settings/storage?open=source`}
              variant="default"
            >
              {t('data.empty.storage')}
            </Button>
          </Group>
        )
      }
    >
      {t('data.empty.text')}
    </EmptyState>
  );
}

/** Filters that let nothing through. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconFilterOff size={32} />}
      title={t('data.nothingFound')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('data.filters.clear')}
        </Button>
      }
    >
      {t('data.nothingFound.text')}
    </EmptyState>
  );
}
