import { Button, Group, Modal, Text } from '@mantine/core';
import { t } from '../../messages';

interface LeaveDraftDialogProps {
  deleting: boolean;
  onDelete: () => void;
  onKeep: () => void;
  onClose: () => void;
}

/** Asks what becomes of a draft that somebody put something into. */
export function LeaveDraftDialog({ deleting, onDelete, onKeep, onClose }: LeaveDraftDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('create.leave.title')} size="lg">
      <Text>{t('create.leave.text')}</Text>
      <Group justify="flex-end" mt="xl" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('create.leave.back')}
        </Button>
        <Button variant="default" color="bad" loading={deleting} onClick={onDelete}>
          {t('create.leave.delete')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t('create.leave.keep')}
        </Button>
      </Group>
    </Modal>
  );
}
