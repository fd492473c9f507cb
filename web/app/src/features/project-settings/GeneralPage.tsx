import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { t } from '../../messages';
import { SettingsForm } from '../../shared/SettingsForm';
import { useProject } from '../../shared/useProject';
import { useSavedForm } from '../../shared/useSavedForm';
import { ColorChoice } from './ColorChoice';
import { titleProblem } from './titleProblem';
import { useSaveProject } from './useSaveProject';

const samplings = [
  {
    value: 'Sequential sampling',
    label: t('settings.sampling.sequential'),
    description: t('settings.sampling.sequential.hint'),
  },
  {
    value: 'Uniform sampling',
    label: t('settings.sampling.uniform'),
    description: t('settings.sampling.uniform.hint'),
  },
  {
    value: 'Uncertainty sampling',
    label: t('settings.sampling.uncertainty'),
    description: t('settings.sampling.uncertainty.hint'),
  },
];

/** Name, looks and task order of a project. */
export function GeneralPage() {
  const project = useProject();
  const state = useSavedForm({
    saved: {
      title: project.title ?? '',
      description: project.description ?? '',
      color: project.color,
      sampling: project.sampling ?? 'Sequential sampling',
    },
    save: useSaveProject(project.id),
    validate: { title: titleProblem },
  });
  const { form } = state;
  return (
    <SettingsForm title={t('settings.general')} intro={t('settings.general.intro')} state={state}>
      <TextInput label={t('settings.title')} maxLength={50} {...form.getInputProps('title')} />
      <Textarea
        label={t('settings.description')}
        description={t('settings.description.hint')}
        autosize
        minRows={3}
        {...form.getInputProps('description')}
      />
      <ColorChoice
        label={t('settings.color')}
        description={t('settings.color.hint')}
        {...form.getInputProps('color')}
      />
      <Radio.Group
        label={t('settings.sampling')}
        description={t('settings.sampling.hint')}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        {...form.getInputProps('sampling')}
      >
        <Stack gap="md" mt="md">
          {samplings.map((sampling) => (
            <Radio key={sampling.value} {...sampling} />
          ))}
        </Stack>
      </Radio.Group>
    </SettingsForm>
  );
}
