import { api } from '@goldset/api';
import { ActionIcon, Alert, Button, Group, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconRestore, IconSearch, IconUpload } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { t } from '../../../messages';
import { ConfirmDialog } from '../../../shared/ConfirmDialog';
import { currentUserQuery } from '../../../shared/queries';
import { SettingsForm } from '../../../shared/SettingsForm';
import { useSavedForm } from '../../../shared/useSavedForm';
import {
  bindingsOf,
  conflictsOf,
  sections,
  shownKeys,
  withHotkey,
  type Binding,
  type CustomHotkeys,
} from './bindings';
import classes from './hotkeys.module.css';
import { ImportDialog } from './ImportDialog';
import { KeyField } from './KeyField';

/** The keys of the labeling screen and the task list, as this person wants them. */
export function HotkeysPage() {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const queryClient = useQueryClient();
  const state = useSavedForm<{ custom_hotkeys: CustomHotkeys }>({
    saved: { custom_hotkeys: user.custom_hotkeys ?? {} },
    save: async ({ custom_hotkeys: hotkeys }) => {
      if (hotkeys === undefined) return;
      await api.patch('/api/current-user/hotkeys/', { body: { custom_hotkeys: storable(hotkeys) } });
      await queryClient.invalidateQueries({ queryKey: currentUserQuery.queryKey });
    },
  });
  const custom = state.form.getValues().custom_hotkeys;
  const [dialog, setDialog] = useState<'import' | 'reset'>();
  const [query, setQuery] = useState('');
  const bindings = useMemo(() => bindingsOf(custom), [custom]);
  const conflicts = useMemo(() => conflictsOf(bindings), [bindings]);
  const wanted = query.trim().toLowerCase();
  const found = bindings.filter(({ title, key }) =>
    [title, key, shownKeys(key)].some((text) => text.toLowerCase().includes(wanted)),
  );

  const set = (hotkeys: CustomHotkeys) => {
    state.form.setFieldValue('custom_hotkeys', hotkeys);
  };
  const refusal = state.form.errors.custom_hotkeys;

  return (
    <SettingsForm title={t('account.hotkeys')} intro={t('account.hotkeys.intro')} state={state}>
      <Group gap="sm">
        <TextInput
          type="search"
          flex={1}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('account.hotkeys.search')}
          placeholder={t('account.hotkeys.search')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <Button
          variant="default"
          leftSection={<IconUpload size={16} aria-hidden />}
          onClick={() => {
            setDialog('import');
          }}
        >
          {t('account.hotkeys.import')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            download(bindings);
          }}
        >
          {t('account.hotkeys.export')}
        </Button>
        <Button
          variant="default"
          disabled={Object.keys(custom).length === 0}
          onClick={() => {
            setDialog('reset');
          }}
        >
          {t('account.hotkeys.reset')}
        </Button>
      </Group>
      {conflicts.size > 0 && (
        <Alert color="warn" icon={<IconAlertTriangle size={18} />} role="status">
          {t('account.hotkeys.conflicts', { count: conflicts.size })}
        </Alert>
      )}
      {refusal !== undefined && (
        <Alert color="bad" role="alert">
          {refusal}
        </Alert>
      )}
      {found.length === 0 && <Text c="dimmed">{t('account.hotkeys.nothing')}</Text>}
      {sections.map((section) => {
        const rows = found.filter((binding) => binding.section === section);
        if (rows.length === 0) return null;
        const title = t(`account.hotkeys.section.${section}`);
        return (
          <section key={section} aria-label={title}>
            <Title order={2} mb={8}>
              {title}
            </Title>
            <ul className={classes.rows}>
              {rows.map((binding) => (
                <Row
                  key={binding.stored}
                  binding={binding}
                  conflicts={conflicts.get(binding.stored) ?? []}
                  onChange={(change) => {
                    set(withHotkey(custom, binding, change));
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {dialog === 'import' && (
        <ImportDialog
          onImport={set}
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
      {dialog === 'reset' && (
        <ConfirmDialog
          title={t('account.hotkeys.reset.title')}
          confirm={t('account.hotkeys.reset')}
          danger
          onConfirm={async () => {
            await api.patch('/api/current-user/hotkeys/', { body: { custom_hotkeys: {} } });
            set({});
            await queryClient.invalidateQueries({ queryKey: currentUserQuery.queryKey });
          }}
          onClose={() => {
            setDialog(undefined);
          }}
        >
          {t('account.hotkeys.reset.text')}
        </ConfirmDialog>
      )}
    </SettingsForm>
  );
}

interface RowProps {
  binding: Binding;
  /** Other commands with the same key. */
  conflicts: readonly string[];
  onChange: (change: { key: string; active: boolean }) => void;
}

function Row({ binding, conflicts, onChange }: RowProps) {
  const { title, key, usual, active, changed } = binding;
  const restore = t('account.hotkeys.restore', {
    command: title,
    key: usual === '' ? t('account.hotkeys.none') : shownKeys(usual),
  });
  return (
    <li className={classes.row} data-active={active}>
      <div className={classes.command}>
        {title}
        {conflicts.length > 0 && (
          <span className={classes.conflict}>
            <IconAlertTriangle size={14} aria-hidden />
            {t('account.hotkeys.conflict', { commands: conflicts.join(', ') })}
          </span>
        )}
      </div>
      {changed && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={restore}
          title={restore}
          onClick={() => {
            onChange({ key: usual, active: true });
          }}
        >
          <IconRestore size={16} aria-hidden />
        </ActionIcon>
      )}
      <KeyField
        binding={binding}
        onChange={(next) => {
          onChange({ key: next, active: true });
        }}
      />
      <Switch
        size="sm"
        aria-label={t('account.hotkeys.active', { command: title })}
        checked={active && key !== ''}
        disabled={key === ''}
        onChange={(event) => {
          onChange({ key, active: event.currentTarget.checked });
        }}
      />
    </li>
  );
}

/** Hotkeys as the API takes them. */
function storable(hotkeys: CustomHotkeys): Record<string, { key: string; active: boolean }> {
  return Object.fromEntries(
    Object.entries(hotkeys).map(([name, { key, active = true }]) => [name, { key, active }]),
  );
}

/** All keys as a file, as `import` reads it. */
function download(bindings: readonly Binding[]) {
  const all = bindings.filter(({ key }) => key !== '');
  const json = Object.fromEntries(all.map(({ stored, key, active }) => [stored, { key, active }]));
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'hotkeys.json';
  link.click();
  URL.revokeObjectURL(address);
}
