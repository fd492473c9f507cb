import type { ActionField, TaskAction } from '@goldset/api';
import { Button, Group, Modal, NumberInput, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { actionFormQuery } from './queries';

interface ActionDialogProps {
  projectId: number;
  action: TaskAction;
  selected: number;
  busy: boolean;
  error: unknown;
  onCancel: () => void;
  onConfirm: (values: Record<string, unknown>) => void;
}

/** Asks before an action runs, with its form when it has one. */
export function ActionDialog({
  projectId,
  action,
  selected,
  busy,
  error,
  onCancel,
  onConfirm,
}: ActionDialogProps) {
  const hasForm = action.dialog?.form === null;
  const form = useQuery({ ...actionFormQuery(projectId, action.id), enabled: hasForm });
  const [changed, setChanged] = useState<Record<string, unknown>>({});
  const fields = form.data?.flatMap((row) => row.fields) ?? [];
  const values = {
    // Nothing chosen is not the same as a choice without a name.
    ...Object.fromEntries(
      fields.map((field) => [field.name, field.value === '' ? undefined : (field.value ?? undefined)]),
    ),
    ...changed,
  };
  const deletesTasks = action.id === 'delete_tasks';
  const isRed = action.id.startsWith('delete_');

  function submit(event: FormEvent) {
    event.preventDefault();
    onConfirm(values);
  }

  return (
    <Modal
      opened
      title={action.dialog?.title ?? action.title}
      onClose={onCancel}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text>
            {deletesTasks ? t('data.actions.deleteTasks.text') : action.dialog?.text}{' '}
            {!deletesTasks && t('data.actions.applies', { count: selected })}
          </Text>
          {hasForm && form.isPending && <Skeleton h={56} />}
          {form.isError && <ErrorState error={form.error} onRetry={() => void form.refetch()} />}
          {fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              value={values[field.name]}
              onChange={(value) => {
                setChanged({ ...changed, [field.name]: value });
              }}
            />
          ))}
          {error !== null && (
            <Text c="bad" size="sm" role="alert" style={{ whiteSpace: 'pre-wrap' }}>
              {describe(error)}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onCancel} disabled={busy}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              color={isRed ? 'bad' : undefined}
              loading={busy}
              disabled={hasForm && !form.isSuccess}
              data-autofocus
            >
              {deletesTasks ? t('data.actions.deleteTasks', { count: selected }) : action.title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FormFieldProps {
  field: ActionField;
  value: unknown;
  onChange: (value: unknown) => void;
}

function FormField({ field, value, onChange }: FormFieldProps) {
  const { label, placeholder } = field;
  const text = value === undefined || value === null ? '' : String(value);
  switch (field.type) {
    case 'select':
      return (
        <Select
          label={label}
          placeholder={placeholder}
          data={field.options ?? []}
          searchable={field.searchable ?? (field.options?.length ?? 0) > 8}
          clearable
          value={text === '' ? null : text}
          onChange={(chosen) => {
            onChange(chosen ?? undefined);
          }}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          placeholder={placeholder}
          value={text === '' ? '' : Number(text)}
          onChange={(number) => {
            onChange(typeof number === 'number' ? number : undefined);
          }}
        />
      );
    case 'input':
      return (
        <TextInput
          label={label}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    default:
      return null;
  }
}
