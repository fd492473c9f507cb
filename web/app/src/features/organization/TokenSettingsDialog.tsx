import { api, type TokenSettings } from '@goldset/api';
import { Alert, Button, Group, Modal, Skeleton, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { tokenSettingsQuery } from '../../shared/queries';

/** Which kinds of tokens the organization accepts. */
export function TokenSettingsDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const { data: saved, error } = useQuery(tokenSettingsQuery);
  const [changed, setChanged] = useState<Partial<TokenSettings>>({});
  const save = useMutation({
    mutationFn: () => api.post('/api/jwt/settings', { body: changed }),
    meta: { showsError: true },
    onSuccess: (settings) => {
      queryClient.setQueryData(tokenSettingsQuery.queryKey, settings);
      onClose();
    },
  });
  const problem = error ?? save.error;
  const current = saved && { ...saved, ...changed };
  const dirty =
    saved !== undefined &&
    (current?.api_tokens_enabled !== saved.api_tokens_enabled ||
      current.legacy_api_tokens_enabled !== saved.legacy_api_tokens_enabled);
  return (
    <Modal opened onClose={onClose} title={t('tokens.title')}>
      <Stack gap="lg">
        {current ? (
          <>
            <Switch
              label={t('tokens.personal')}
              description={t('tokens.personal.hint')}
              checked={current.api_tokens_enabled}
              onChange={(event) => {
                setChanged({ ...changed, api_tokens_enabled: event.currentTarget.checked });
              }}
            />
            <Switch
              label={t('tokens.legacy')}
              description={t('tokens.legacy.hint')}
              checked={current.legacy_api_tokens_enabled}
              onChange={(event) => {
                setChanged({ ...changed, legacy_api_tokens_enabled: event.currentTarget.checked });
              }}
            />
          </>
        ) : (
          !error && <Skeleton className="gs-late" height={100} />
        )}
        {problem && (
          <Alert color="bad" role="alert">
            {describe(problem)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={!dirty}
            loading={save.isPending}
            onClick={() => {
              save.mutate();
            }}
          >
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
