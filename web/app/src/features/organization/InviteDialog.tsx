import { api } from '@goldset/api';
import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { CopyField } from '../../shared/CopyField';

const inviteQuery = queryOptions({
  queryKey: ['invite'],
  queryFn: ({ signal }) => api.get('/api/invite', { signal }),
});

/** The link with which people join the organization. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const { data: invite, error } = useQuery(inviteQuery);
  const [resetting, setResetting] = useState(false);
  return (
    <Modal opened onClose={onClose} title={t('invite.title')} size="lg">
      <Stack gap="lg">
        <Text>{t('invite.text')}</Text>
        {error ? (
          <Alert color="bad" role="alert">
            {describe(error)}
          </Alert>
        ) : invite === undefined ? (
          <Skeleton className="gs-late" height={56} />
        ) : (
          <CopyField
            label={t('invite.link')}
            value={new URL(invite.invite_url, window.location.origin).href}
            copyLabel={t('invite.copy')}
          />
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={invite === undefined}
            onClick={() => {
              setResetting(true);
            }}
          >
            {t('invite.reset')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Stack>
      {resetting && (
        <ConfirmDialog
          title={t('invite.reset.title')}
          confirm={t('invite.reset')}
          danger
          onConfirm={async () => {
            queryClient.setQueryData(inviteQuery.queryKey, await api.post('/api/invite/reset-token'));
          }}
          onClose={() => {
            setResetting(false);
          }}
        >
          {t('invite.reset.text')}
        </ConfirmDialog>
      )}
    </Modal>
  );
}
