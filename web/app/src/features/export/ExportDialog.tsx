import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../messages';
import { useProject } from '../../shared/useProject';

/** Export as a dialog over the data manager. */
export function ExportDialog() {
  const { id } = useProject();
  const navigate = useNavigate();
  return (
    <Modal
      opened
      title={t('export.title')}
      onClose={() => void navigate({ to: '/projects/$projectId/data', params: { projectId: id } })}
    />
  );
}
