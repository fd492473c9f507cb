import { api } from '@goldset/api';
import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../messages';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { CopyButton } from '../../shared/CopyButton';
import { CopyField } from '../../shared/CopyField';
import { ErrorState } from '../../shared/ErrorState';
import { SettingsHeading } from '../../shared/SettingsForm';
import settings from '../../shared/settings.module.css';
import classes from './account.module.css';

const tokenQuery = queryOptions({
  queryKey: ['access-token'],
  queryFn: ({ signal }) => api.get('/api/current-user/token', { signal }),
});

/** The user's lasting token: to see, to copy, to replace. */
export function AccessTokenPage() {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(tokenQuery);
  const [resetting, setResetting] = useState(false);
  const example =
    data && `curl -X GET ${window.location.origin}/api/projects/ -H 'Authorization: Token ${data.token}'`;

  return (
    <div className={settings.page}>
      <SettingsHeading title={t('account.token')} intro={t('account.token.intro')} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          {data ? (
            <CopyField
              label={t('account.token.value')}
              value={data.token}
              copyLabel={t('account.token.copy')}
            />
          ) : (
            <Skeleton className="gs-late" height={56} />
          )}
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => {
              setResetting(true);
            }}
          >
            {t('account.token.reset')}
          </Button>
          <section>
            <Group justify="space-between" align="flex-end" mb={8}>
              <div>
                <Title order={2}>{t('account.token.example')}</Title>
                <Text c="dimmed">{t('account.token.example.hint')}</Text>
              </div>
              {example !== undefined && (
                <CopyButton value={example} label={t('account.token.example.copy')} />
              )}
            </Group>
            <pre className={classes.code}>{example ?? ' '}</pre>
          </section>
        </>
      )}
      {resetting && (
        <ConfirmDialog
          title={t('account.token.reset.title')}
          confirm={t('account.token.reset')}
          danger
          onConfirm={async () => {
            const token = await api.post('/api/current-user/reset-token/');
            queryClient.setQueryData(tokenQuery.queryKey, token);
          }}
          onClose={() => {
            setResetting(false);
          }}
        >
          {t('account.token.reset.text')}
        </ConfirmDialog>
      )}
    </div>
  );
}
