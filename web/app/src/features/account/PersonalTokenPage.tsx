import { api } from '@goldset/api';
import { Button, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../messages';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { CopyField } from '../../shared/CopyField';
import { ErrorState } from '../../shared/ErrorState';
import { SettingsHeading } from '../../shared/SettingsForm';
import settings from '../../shared/settings.module.css';
import { dateOf } from '../../shared/time';
import classes from './account.module.css';
import { tokenExpiry } from './tokenExpiry';

const tokensQuery = queryOptions({
  queryKey: ['personal-tokens'],
  queryFn: ({ signal }) => api.get('/api/token/', { signal }),
});

/** The user's revocable tokens. A new one is shown once. */
export function PersonalTokenPage() {
  const queryClient = useQueryClient();
  const { data: tokens, error, refetch } = useQuery(tokensQuery);
  const [created, setCreated] = useState<string>();
  const [revoking, setRevoking] = useState<string>();
  const refresh = () => queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const create = useMutation({
    mutationFn: () => api.post('/api/token/'),
    onSuccess: ({ token }) => {
      setCreated(token);
      return refresh();
    },
  });
  const hasOne = tokens !== undefined && tokens.length > 0;

  return (
    <div className={settings.page}>
      <SettingsHeading title={t('account.personalToken')} intro={t('account.personalToken.intro')} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          {tokens === undefined && <Skeleton className="gs-late" height={64} />}
          {tokens?.length === 0 && <div className={classes.token}>{t('account.personalToken.none')}</div>}
          {tokens?.map(({ token }) => {
            const expiry = tokenExpiry(token);
            return (
              <div key={token} className={classes.token}>
                <div>
                  <div className={`${classes.mono ?? ''} gs-truncate`}>{token}</div>
                  {expiry && (
                    <Text fz="sm" c="dimmed">
                      {t('account.personalToken.expires', { date: dateOf(expiry.toISOString()) })}
                    </Text>
                  )}
                </div>
                <Button
                  variant="outline"
                  color="bad"
                  onClick={() => {
                    setRevoking(token);
                  }}
                >
                  {t('account.personalToken.revoke')}
                </Button>
              </div>
            );
          })}
          <div>
            <Button
              disabled={tokens === undefined || hasOne}
              loading={create.isPending}
              onClick={() => {
                create.mutate();
              }}
            >
              {t('account.personalToken.create')}
            </Button>
            {hasOne && (
              <Text fz="sm" c="dimmed" mt={4}>
                {t('account.personalToken.onlyOne')}
              </Text>
            )}
          </div>
        </>
      )}
      {created !== undefined && (
        <Modal
          opened
          size="lg"
          title={t('account.personalToken.created.title')}
          closeOnClickOutside={false}
          onClose={() => {
            setCreated(undefined);
          }}
        >
          <Stack gap="lg">
            <Text>{t('account.personalToken.created.text')}</Text>
            <CopyField label={t('account.token.value')} value={created} copyLabel={t('account.token.copy')} />
          </Stack>
        </Modal>
      )}
      {revoking !== undefined && (
        <ConfirmDialog
          title={t('account.personalToken.revoke.title')}
          confirm={t('account.personalToken.revoke.confirm')}
          danger
          onConfirm={async () => {
            await api.post('/api/token/blacklist/', { body: { refresh: revoking } });
            await refresh();
          }}
          onClose={() => {
            setRevoking(undefined);
          }}
        >
          {t('account.personalToken.revoke.text')}
        </ConfirmDialog>
      )}
    </div>
  );
}
