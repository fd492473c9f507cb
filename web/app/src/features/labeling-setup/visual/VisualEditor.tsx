import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useMemo } from 'react';
import { t } from '../../../messages';
import { EmptyState } from '../../../shared/EmptyState';
import { attribute } from '../config/document';
import { setAttribute } from '../config/edit';
import { DataBindings } from './DataBindings';
import { LabelSetEditor } from './LabelSetEditor';
import { readVisualModel } from './model';
import { isOn, optionsOf } from './options';
import classes from './visual.module.css';

interface VisualEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** Fields every task of the project has. */
  columns: readonly string[];
}

/** Labels, choices, data fields and a few switches of a configuration, without its code. */
export function VisualEditor({ value, onChange, columns }: VisualEditorProps) {
  const { bindings, sets, elements } = useMemo(() => readVisualModel(value), [value]);
  if (bindings.length + sets.length === 0) {
    return (
      <EmptyState icon={<IconTags size={32} />} title={t('visual.empty.title')}>
        {t('visual.empty.text')}
      </EmptyState>
    );
  }
  const switchable = elements.filter((element) => optionsOf(element).length > 0);
  return (
    <div className={classes.editor}>
      {bindings.length > 0 && (
        <DataBindings
          bindings={bindings}
          columns={columns}
          onField={(binding, field) => {
            onChange(setAttribute(value, binding.element, binding.attribute, `$${field}`));
          }}
        />
      )}
      {sets.map((set) => (
        <LabelSetEditor
          key={`${set.name}:${String(set.element.from)}`}
          set={set}
          text={value}
          onChange={onChange}
        />
      ))}
      {switchable.map((element) => (
        <section key={element.from} className={classes.section}>
          <Title order={2} fz={14} className={classes.heading}>
            {element.name}
            <Text span c="dimmed" ff="monospace" fz="sm">
              {attribute(element, 'name')?.value}
            </Text>
          </Title>
          <Stack gap="sm">
            {optionsOf(element).map((option) => (
              <Checkbox
                key={option.attribute}
                label={t(option.label)}
                checked={isOn(element, option)}
                onChange={(event) => {
                  const next = event.currentTarget.checked ? option.on : option.off;
                  onChange(setAttribute(value, element, option.attribute, next));
                }}
              />
            ))}
          </Stack>
        </section>
      ))}
    </div>
  );
}
