import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describe } from '../app/errors/describe';
import { t } from '../messages';

interface ConfirmDialogProps {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The deed, as a verb with its object. */
  confirm: string;
  /** Whether it destroys something. */
  danger?: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something is done; stays open while it is being done, and says why when it fails. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const action = useMutation({ mutationFn: onConfirm, meta: { showsError: true }, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="lg">
        <Text component="div">{children}</Text>
        {action.error && (
          <Alert color="bad" role="alert">
            {describe(action.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button
            color={danger ? 'bad' : 'accent'}
            loading={action.isPending}
            onClick={() => {
              action.mutate();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
