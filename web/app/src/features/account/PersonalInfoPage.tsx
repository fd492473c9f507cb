import { api } from '@goldset/api';
import { Group, TextInput } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { t } from '../../messages';
import { currentUserQuery } from '../../shared/queries';
import { SettingsForm } from '../../shared/SettingsForm';
import { useSavedForm } from '../../shared/useSavedForm';
import { PictureField } from './PictureField';

/** Name, picture and phone of the signed-in user. */
export function PersonalInfoPage() {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const queryClient = useQueryClient();
  const state = useSavedForm({
    saved: { first_name: user.first_name, last_name: user.last_name, phone: user.phone },
    save: async (changed) => {
      await api.patch('/api/users/{id}/', { path: { id: user.id }, body: changed });
      await queryClient.invalidateQueries({ queryKey: currentUserQuery.queryKey });
    },
  });
  const { form } = state;
  return (
    <SettingsForm title={t('account.personalInfo')} intro={t('account.personalInfo.intro')} state={state}>
      <PictureField user={user} />
      <Group grow align="flex-start">
        <TextInput
          label={t('account.firstName')}
          autoComplete="given-name"
          maxLength={256}
          {...form.getInputProps('first_name')}
        />
        <TextInput
          label={t('account.lastName')}
          autoComplete="family-name"
          maxLength={256}
          {...form.getInputProps('last_name')}
        />
      </Group>
      <TextInput
        label={t('account.email')}
        description={t('account.email.hint')}
        value={user.email}
        readOnly
      />
      <TextInput
        label={t('account.phone')}
        type="tel"
        autoComplete="tel"
        maxLength={256}
        {...form.getInputProps('phone')}
      />
    </SettingsForm>
  );
}
