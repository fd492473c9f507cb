import { Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import { t } from '../../../messages';
import { parseHotkeys, type CustomHotkeys } from './bindings';

interface ImportDialogProps {
  onImport: (hotkeys: CustomHotkeys) => void;
  onClose: () => void;
}

/** Takes hotkeys from the JSON of an export. */
export function ImportDialog({ onImport, onClose }: ImportDialogProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  function take() {
    const read = parseHotkeys(text);
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    onImport(read.hotkeys);
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('account.hotkeys.import.title')} size="lg">
      <Stack gap="lg">
        <Text>{t('account.hotkeys.import.text')}</Text>
        <Textarea
          label={t('account.hotkeys.import.field')}
          data-autofocus
          autosize
          minRows={8}
          maxRows={16}
          spellCheck={false}
          ff="monospace"
          placeholder={'{"annotation:annotation:submit": {"key": "shift+s"}}'}
          value={text}
          error={problem}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Group justify="flex-end" gap="sm">
          <FileButton
            accept="application/json,.json"
            onChange={(file) => {
              void file?.text().then(setText);
            }}
          >
            {(props) => (
              <Button variant="subtle" mr="auto" {...props}>
                {t('account.hotkeys.import.file')}
              </Button>
            )}
          </FileButton>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={text.trim() === ''} onClick={take}>
            {t('account.hotkeys.import.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
