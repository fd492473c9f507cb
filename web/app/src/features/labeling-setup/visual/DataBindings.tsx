import { Autocomplete, Stack, Text, Title } from '@mantine/core';
import { t } from '../../../messages';
import type { DataBinding } from './model';
import classes from './visual.module.css';

interface DataBindingsProps {
  bindings: readonly DataBinding[];
  columns: readonly string[];
  onField: (binding: DataBinding, field: string) => void;
}

/** Which field of a task each object shows. */
export function DataBindings({ bindings, columns, onField }: DataBindingsProps) {
  return (
    <section className={classes.section}>
      <Title order={2} fz={14}>
        {t('visual.data')}
      </Title>
      <Text c="dimmed" fz="sm">
        {columns.length === 0 ? t('visual.data.noColumns') : t('visual.data.hint')}
      </Text>
      <Stack gap="md" mt="sm">
        {bindings.map((binding) => (
          <Autocomplete
            key={binding.element.from}
            label={t('visual.data.field', { tag: binding.element.name, name: binding.name })}
            data={[...columns]}
            value={binding.field ?? ''}
            leftSection={
              <Text span ff="monospace" c="dimmed" aria-hidden>
                {'$'}
              </Text>
            }
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
            onChange={(field) => {
              onField(binding, field.replace(/^\$/, ''));
            }}
          />
        ))}
      </Stack>
    </section>
  );
}
