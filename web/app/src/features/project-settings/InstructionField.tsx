import { sanitizeHtml } from '@goldset/editor/html';
import { Group, Input, SegmentedControl, Textarea, Typography } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { t } from '../../messages';
import classes from './InstructionField.module.css';

type InstructionFieldProps = ComponentProps<typeof Textarea> & { value?: string };

/** Instructions in HTML, to write and to see as annotators see them. */
export function InstructionField({ label, description, error, ...field }: InstructionFieldProps) {
  const [view, setView] = useState('write');
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error}>
      <Group justify="flex-end" mt={-28} mb={4}>
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: 'write', label: t('settings.instruction.write') },
            { value: 'preview', label: t('settings.instruction.preview') },
          ]}
        />
      </Group>
      {view === 'write' ? (
        <Textarea
          aria-label={typeof label === 'string' ? label : undefined}
          autosize
          minRows={6}
          maxRows={20}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          {...field}
        />
      ) : (
        <Typography className={classes.preview}>
          {field.value ? (
            <div dangerouslySetInnerHTML={{ __html: sanitizeHtml(field.value) }} />
          ) : (
            <p>{t('settings.instruction.empty')}</p>
          )}
        </Typography>
      )}
    </Input.Wrapper>
  );
}
