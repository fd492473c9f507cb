import type { ActionAnswer, TaskAction } from '@goldset/api';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { refreshJobs } from '../jobs/requests';
import { ActionDialog } from './ActionDialog';
import { actionsQuery, runAction, type ActionBody } from './queries';

interface ActionsMenuProps {
  projectId: number;
  /** How many tasks are selected. */
  selected: number;
  body: ActionBody;
  onClear: () => void;
  onDone: (answer: ActionAnswer) => void;
}

/** What can be done with the selected tasks. Everything that changes them asks first. */
export function ActionsMenu({ projectId, selected, body, onClear, onDone }: ActionsMenuProps) {
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<TaskAction>();
  const queryClient = useQueryClient();
  const actions = useQuery({ ...actionsQuery(projectId), enabled: opened });
  const run = useMutation({
    mutationFn: ({ action, values }: { action: TaskAction; values: Record<string, unknown> }) =>
      runAction(projectId, action.id, { ...values, ...body }),
    meta: { showsError: true },
    onSuccess: async (answer) => {
      setAsked(undefined);
      if ('job' in answer) {
        onClear();
        await refreshJobs(queryClient, projectId);
        return;
      }
      notifications.show({ message: answer.detail ?? t('data.actions.done') });
      onDone(answer);
    },
  });

  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width={280}>
        <Menu.Target>
          <Button
            variant="default"
            disabled={selected === 0}
            title={selected === 0 ? t('data.actions.none') : undefined}
            rightSection={<IconChevronDown size={14} />}
          >
            {selected === 0 ? t('data.actions') : t('data.actions.selected', { count: selected })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.isPending && <Menu.Label>{t('data.actions.loading')}</Menu.Label>}
          {actions.isError && <Menu.Label>{describe(actions.error)}</Menu.Label>}
          {actions.data?.length === 0 && <Menu.Label>{t('data.actions.empty')}</Menu.Label>}
          {actions.data?.map((action) => (
            <Menu.Item
              key={action.id}
              color={deletes(action) ? 'var(--gs-bad)' : undefined}
              leftSection={deletes(action) ? <IconTrash size={16} /> : undefined}
              onClick={() => {
                run.reset();
                setAsked(action);
              }}
            >
              {action.title}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconX size={16} />} onClick={onClear}>
            {t('data.actions.clear')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ActionDialog
          projectId={projectId}
          action={asked}
          selected={selected}
          busy={run.isPending}
          error={run.error}
          onCancel={() => {
            setAsked(undefined);
          }}
          onConfirm={(values) => {
            run.mutate({ action: asked, values });
          }}
        />
      )}
    </>
  );
}

export function deletes(action: TaskAction): boolean {
  return action.id.startsWith('delete_');
}
