import { Text } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { t } from '../../messages';
import { useProject } from '../../shared/useProject';

/** The tasks of a project. */
export function DataScreen() {
  const project = useProject();
  return (
    <>
      <Text p="lg">{t('data.taskCount', { count: project.task_number ?? 0 })}</Text>
      <Outlet />
    </>
  );
}
