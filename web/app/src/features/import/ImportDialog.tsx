import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../messages';
import { useProject } from '../../shared/useProject';

/** Import as a dialog over the data manager. */
export function ImportDialog() {
  const { id } = useProject();
  const navigate = useNavigate();
  return (
    <Modal
      opened
      title={t('import.title')}
      onClose={() => void navigate({ to: '/projects/$projectId/data', params: { projectId: id } })}
    />
  );
}
