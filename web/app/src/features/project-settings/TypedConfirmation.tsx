import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';

interface TypedConfirmationProps {
  title: string;
  /** What it will happen to. */
  subject: string;
  text: string;
  /** Typed in any case, with blanks around it or not. */
  word: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** A question that only a typed word answers with yes. */
export function TypedConfirmation({
  title,
  subject,
  text,
  word,
  onConfirm,
  onClose,
}: TypedConfirmationProps) {
  const [typed, setTyped] = useState('');
  const action = useMutation({ mutationFn: onConfirm, meta: { showsError: true }, onSuccess: onClose });
  const right = typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Modal opened onClose={onClose} title={title} size={600} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (right) action.mutate();
        }}
      >
        <Stack gap="lg">
          <div>
            <Text fw={500}>{subject}</Text>
            <Text c="dimmed">{text}</Text>
          </div>
          <TextInput
            label={t('danger.type', { word })}
            value={typed}
            data-autofocus
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          {action.error && (
            <Alert color="bad" role="alert">
              {describe(action.error)}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="bad" disabled={!right} loading={action.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
