import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { t } from '../../messages';
import { currentUserQuery } from '../../shared/queries';
import { logIn } from './logIn';

interface SignInDialogProps {
  opened: boolean;
  onFinish: (signedIn: boolean) => void;
}

/** The sign-in form over whatever screen was open when the session ended. */
export function SignInDialog({ opened, onFinish }: SignInDialogProps) {
  const queryClient = useQueryClient();
  const known = queryClient.getQueryData(currentUserQuery.queryKey);
  const [email, setEmail] = useState<string>();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const address = email ?? known?.email ?? '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      if (!(await logIn(address, password))) {
        setProblem(t('signIn.wrong'));
        return;
      }
      if (known !== undefined && known.email.toLowerCase() !== address.trim().toLowerCase()) {
        // Someone else's session must not go on with this user's screen.
        window.location.reload();
        return;
      }
      setPassword('');
      onFinish(true);
    } catch {
      setProblem(t('error.notReachable'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={() => {
        onFinish(false);
      }}
      title={t('signIn.title')}
      size="sm"
      zIndex={1000}
      closeOnClickOutside={false}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="lg">
          <Text c="dimmed">{t('signIn.why')}</Text>
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={address}
            onChange={(event) => {
              setEmail(event.currentTarget.value);
            }}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            data-autofocus
            value={password}
            error={problem}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('signIn.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
