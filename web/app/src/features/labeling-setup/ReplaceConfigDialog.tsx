import { Button, Group, Modal, Text } from '@mantine/core';
import { t } from '../../messages';

interface ReplaceConfigDialogProps {
  /** The template's. */
  title: string;
  onReplace: () => void;
  onClose: () => void;
}

/** Asks before a template takes the place of a configuration somebody wrote. */
export function ReplaceConfigDialog({ title, onReplace, onClose }: ReplaceConfigDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('gallery.replace.title')}>
      <Text>{t('gallery.replace.text', { title })}</Text>
      <Group justify="flex-end" mt="xl" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={onReplace} data-autofocus>
          {t('gallery.replace.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
