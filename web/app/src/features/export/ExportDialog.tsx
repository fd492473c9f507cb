import { api, type ExportFormat } from '@goldset/api';
import { Button, Group, Modal, Radio, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';

import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { useProject } from '../../shared/useProject';
import { useDelayed } from '../../shared/useDelayed';
import classes from './export.module.css';
import { exportUrl } from './exportUrl';

function formatsQuery(projectId: number) {
  return queryOptions({
    queryKey: ['export-formats', projectId],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{id}/export/formats', { path: { id: projectId }, signal }),
  });
}

/** Export as a dialog over the data manager. */
export function ExportDialog() {
  const { id: projectId } = useProject();
  const navigate = useNavigate();
  const formats = useQuery(formatsQuery(projectId));
  const [chosen, setChosen] = useState<string>();
  const [tasks, setTasks] = useState<'annotated' | 'all'>('annotated');
  const [started, setStarted] = useState(false);
  const showSkeleton = useDelayed(formats.isPending);
  const tasksLabel = useId();

  const enabledFirst = [...(formats.data ?? [])].sort(
    (a, b) => Number(a.disabled ?? false) - Number(b.disabled ?? false),
  );
  const selected = enabledFirst.find((format) => format.name === chosen) ?? enabledFirst[0];

  return (
    <Modal
      opened
      title={t('export.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={() =>
        void navigate({ to: '/projects/$projectId/data', params: { projectId }, search: (search) => search })
      }
    >
      {formats.isError ? (
        <ErrorState error={formats.error} onRetry={() => void formats.refetch()} />
      ) : (
        <>
          <Radio.Group
            aria-label={t('export.format')}
            value={selected?.name ?? ''}
            onChange={(name) => {
              setChosen(name);
              setStarted(false);
            }}
          >
            <div className={classes.formats}>
              {formats.isPending &&
                Array.from({ length: 6 }, (_, index) => (
                  <Skeleton key={index} h={92} visible={showSkeleton} className={classes.placeholder} />
                ))}
              {enabledFirst.map((format) => (
                <FormatCard key={format.name} format={format} checked={format === selected} />
              ))}
            </div>
          </Radio.Group>
          <Group mt="lg" gap="md">
            <span id={tasksLabel}>{t('export.tasks')}</span>
            <SegmentedControl
              aria-labelledby={tasksLabel}
              value={tasks}
              onChange={(value) => {
                setTasks(value === 'all' ? 'all' : 'annotated');
                setStarted(false);
              }}
              data={[
                { value: 'annotated', label: t('export.tasks.annotated') },
                { value: 'all', label: t('export.tasks.all') },
              ]}
            />
          </Group>
          <Group justify="flex-end" mt="lg" gap="md">
            <Text c="dimmed" size="sm" mr="auto" role="status">
              {started ? t('export.started') : ''}
            </Text>
            {selected ? (
              <Button
                component="a"
                href={exportUrl(projectId, selected.name, tasks === 'all')}
                download=""
                leftSection={<IconDownload size={16} />}
                onClick={() => {
                  setStarted(true);
                }}
              >
                {t('export.download', { format: selected.title })}
              </Button>
            ) : (
              <Button disabled leftSection={<IconDownload size={16} />}>
                {t('export.title')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Modal>
  );
}

function FormatCard({ format, checked }: { format: ExportFormat; checked: boolean }) {
  const disabled = format.disabled ?? false;
  return (
    <Radio.Card
      value={format.name}
      disabled={disabled}
      className={classes.card}
      data-checked={checked || undefined}
      data-autofocus={checked || undefined}
    >
      <Radio.Indicator disabled={disabled} />
      <div>
        <div className={classes.title}>{format.title}</div>
        <div className={classes.description}>{disabled ? t('export.unsuitable') : format.description}</div>
        {!disabled && (format.tags?.length ?? 0) > 0 && (
          <div className={classes.tags}>{format.tags?.join(' · ')}</div>
        )}
      </div>
    </Radio.Card>
  );
}
