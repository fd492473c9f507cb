import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { t } from '../../messages';

interface SaveAnywayDialogProps {
  problems: readonly string[];
  onSave: () => void;
  onClose: () => void;
}

/** Asks before a configuration is saved that the server found something wrong with. */
export function SaveAnywayDialog({ problems, onSave, onClose }: SaveAnywayDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('setup.saveAnyway.title')} size="lg">
      <Stack gap="lg">
        <Text>{t('setup.saveAnyway.text')}</Text>
        <List>
          {problems.map((problem) => (
            <List.Item key={problem} style={{ whiteSpace: 'pre-wrap' }}>
              {problem}
            </List.Item>
          ))}
        </List>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button color="bad" onClick={onSave}>
            {t('setup.saveAnyway.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
