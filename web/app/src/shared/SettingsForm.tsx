import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../messages';
import classes from './settings.module.css';
import { shortcut } from './shortcut';
import { UnsavedChangesGuard } from './UnsavedChangesGuard';
import type { SavedForm } from './useSavedForm';

interface SettingsFormProps<Values extends object> {
  title: string;
  /** What this page is for. */
  intro?: ReactNode;
  state: SavedForm<Values>;
  children: ReactNode;
}

/** A page of settings: one column of fields, one button that saves them all, and whether something is unsaved. */
export function SettingsForm<Values extends object>({
  title,
  intro,
  state,
  children,
}: SettingsFormProps<Values>) {
  const { dirty, saving, justSaved, problem, submit, discard } = state;
  useHotkeys([['mod+S', () => void submit()]], []);
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SettingsHeading title={title} intro={intro} />
      <Stack gap="xl">{children}</Stack>
      {problem !== undefined && (
        <Alert color="bad" role="alert" style={{ whiteSpace: 'pre-wrap' }}>
          {problem}
        </Alert>
      )}
      <Group gap="md" className={classes.footer}>
        <Button type="submit" loading={saving} disabled={!dirty}>
          {t('common.save')}
        </Button>
        {dirty && (
          <Button variant="subtle" color="gray" onClick={discard}>
            {t('common.discard')}
          </Button>
        )}
        <span role="status" className={classes.state}>
          {dirty && (
            <>
              <IconPointFilled size={14} color="var(--gs-warn)" aria-hidden />
              {t('common.unsaved')} <kbd>{shortcut('mod+S')}</kbd>
            </>
          )}
          {justSaved && (
            <>
              <IconCheck size={16} color="var(--gs-good)" aria-hidden />
              {t('common.saved')}
            </>
          )}
        </span>
      </Group>
      <UnsavedChangesGuard dirty={dirty} save={submit} />
    </form>
  );
}

/** Title and purpose of a page of settings. */
export function SettingsHeading({ title, intro }: { title: string; intro?: ReactNode }) {
  return (
    <header>
      <Title order={1}>{title}</Title>
      {intro !== undefined && (
        <Text c="dimmed" mt={4}>
          {intro}
        </Text>
      )}
    </header>
  );
}
