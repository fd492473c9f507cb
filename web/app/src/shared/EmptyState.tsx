import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** What this place is for, or why there is nothing. */
  children?: ReactNode;
  /** The first thing to do here. */
  action?: ReactNode;
}

/** What a screen or panel shows instead of a list with nothing in it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <Stack align="center" justify="center" gap="md" py={64} px="lg" ta="center">
      <span style={{ color: 'var(--gs-muted)', lineHeight: 0 }} aria-hidden>
        {icon}
      </span>
      <Stack gap={4} align="center" maw={480}>
        <Title order={2}>{title}</Title>
        {children !== undefined && (
          <Text component="div" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
      {action}
    </Stack>
  );
}
