import { Button, type ButtonProps } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../messages';

interface CopyButtonProps extends ButtonProps {
  value: string;
  /** What is copied, as a verb with its object. */
  label?: string;
}

/** Copies a text and says so for a moment, without changing its width. */
export function CopyButton({ value, label = t('common.copy'), ...props }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Button
      variant="default"
      leftSection={clipboard.copied ? <IconCheck size={16} color="var(--gs-good)" /> : <IconCopy size={16} />}
      aria-live="polite"
      {...props}
      onClick={() => {
        clipboard.copy(value);
      }}
    >
      <span style={{ display: 'grid' }}>
        <span style={{ gridArea: '1 / 1', visibility: clipboard.copied ? 'hidden' : 'visible' }}>
          {label}
        </span>
        <span style={{ gridArea: '1 / 1', visibility: clipboard.copied ? 'visible' : 'hidden' }}>
          {t('common.copied')}
        </span>
      </span>
    </Button>
  );
}
