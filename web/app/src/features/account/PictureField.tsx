import { api, type CurrentUser } from '@goldset/api';
import { Button, FileButton, Group, Input } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { currentUserQuery } from '../../shared/queries';
import { UserAvatar } from '../../shared/UserAvatar';

const maximumBytes = 1024 * 1024;

/** The user's picture; changing it takes effect at once. */
export function PictureField({ user }: { user: CurrentUser }) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const change = useMutation({
    mutationFn: async (file: File | null) => {
      const path = { id: user.id };
      if (file === null) {
        await api.del('/api/users/{id}/avatar/', { path });
        return;
      }
      const form = new FormData();
      form.append('avatar', file);
      await api.post('/api/users/{id}/avatar/', { path, body: form });
    },
    meta: { showsError: true },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: currentUserQuery.queryKey }),
    onError: (error) => {
      setProblem(describe(error));
    },
  });

  return (
    <Input.Wrapper
      label={t('account.picture')}
      labelElement="div"
      description={t('account.picture.hint')}
      error={problem}
    >
      <Group gap="md" py={4}>
        <UserAvatar user={user} size={56} />
        <FileButton
          accept="image/png,image/jpeg,image/gif"
          onChange={(file) => {
            if (file === null) return;
            if (file.size > maximumBytes) {
              setProblem(t('account.picture.tooLarge'));
              return;
            }
            setProblem(undefined);
            change.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {t('account.picture.choose')}
            </Button>
          )}
        </FileButton>
        {user.avatar !== null && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setProblem(undefined);
              change.mutate(null);
            }}
          >
            {t('account.picture.remove')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
