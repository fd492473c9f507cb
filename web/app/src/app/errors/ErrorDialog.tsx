import { ApiError } from '@goldset/api';
import { Code, Group, List, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { t } from '../../messages';
import { CopyButton } from '../../shared/CopyButton';
import { describe } from './describe';
import { currentReport, dismissReport, subscribeToReports, type ErrorReport } from './reportError';

/** Shows what `reportError` was told, until it is closed. */
export function ErrorDialog() {
  const report = useSyncExternalStore(subscribeToReports, currentReport);
  return (
    <Modal opened={report !== null} onClose={dismissReport} title={report?.title} size="lg" zIndex={900}>
      {report && <ErrorDetails report={report} />}
    </Modal>
  );
}

function ErrorDetails({ report: { error } }: { report: ErrorReport }) {
  const answer = error instanceof ApiError ? error : undefined;
  const trace = answer?.trace ?? (error instanceof Error && answer === undefined ? error.stack : undefined);
  const fields = Object.entries(answer?.validationErrors ?? {});
  return (
    <Stack gap="md">
      {fields.length === 0 ? (
        <Text style={{ whiteSpace: 'pre-wrap' }}>{answer?.detail ?? describe(error)}</Text>
      ) : (
        <List spacing={4}>
          {fields.flatMap(([field, messages]) =>
            messages.map((message) => (
              <List.Item key={`${field}:${message}`} style={{ whiteSpace: 'pre-wrap' }}>
                {field !== 'non_field_errors' && <Code>{field}</Code>} {message}
              </List.Item>
            )),
          )}
        </List>
      )}
      {trace !== undefined && (
        <ScrollArea.Autosize mah={200} aria-label={t('error.trace')}>
          <Code block fz={12}>
            {trace}
          </Code>
        </ScrollArea.Autosize>
      )}
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <Text fz="xs" c="dimmed">
          {answer?.version !== undefined && (
            <>
              {t('error.version')} {answer.version}
              <br />
            </>
          )}
          {answer?.id !== undefined && (
            <>
              {t('error.id')} <Code fz={12}>{answer.id}</Code>
            </>
          )}
        </Text>
        <CopyButton
          value={[describe(error), answer?.id, answer?.version, trace]
            .filter((part) => part !== undefined)
            .join('\n')}
          label={t('error.copy')}
        />
      </Group>
    </Stack>
  );
}
