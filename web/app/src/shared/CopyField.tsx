import { Group, TextInput } from '@mantine/core';
import { CopyButton } from './CopyButton';

interface CopyFieldProps {
  label: string;
  value: string;
  /** What the button says. */
  copyLabel: string;
}

/** A text to read and to copy. */
export function CopyField({ label, value, copyLabel }: CopyFieldProps) {
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        value={value}
        readOnly
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <CopyButton value={value} label={copyLabel} />
    </Group>
  );
}
