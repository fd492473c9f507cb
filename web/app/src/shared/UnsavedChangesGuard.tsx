import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../messages';

interface UnsavedChangesGuardProps {
  dirty: boolean;
  /** Resolves to whether everything is saved. */
  save: () => Promise<boolean>;
}

/** Asks before changes are left behind, by a link or by closing the window. */
export function UnsavedChangesGuard({ dirty, save }: UnsavedChangesGuardProps) {
  const [saving, setSaving] = useState(false);
  const blocker = useBlocker({
    // Another tab, filter or page of the same screen keeps the form.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  const { proceed, reset } = blocker;

  async function saveAndLeave() {
    setSaving(true);
    const saved = await save();
    setSaving(false);
    if (saved) proceed();
    else reset();
  }

  return (
    <Modal opened onClose={reset} title={t('form.leave.title')} size="md">
      <Text>{t('form.leave.text')}</Text>
      <Group justify="flex-end" mt="xl" gap="sm">
        <Button variant="default" onClick={reset}>
          {t('common.cancel')}
        </Button>
        <Button variant="default" onClick={proceed}>
          {t('form.leave.discard')}
        </Button>
        <Button loading={saving} onClick={() => void saveAndLeave()}>
          {t('form.leave.save')}
        </Button>
      </Group>
    </Modal>
  );
}
