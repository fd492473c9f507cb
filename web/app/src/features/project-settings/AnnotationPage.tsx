import { Checkbox, Fieldset, NumberInput, Select, Stack } from '@mantine/core';
import type { SkipQueue } from '@goldset/api';
import { t } from '../../messages';
import { SettingsForm } from '../../shared/SettingsForm';
import { useProject } from '../../shared/useProject';
import { useSavedForm } from '../../shared/useSavedForm';
import { InstructionField } from './InstructionField';
import { ModelVersionSelect } from './ModelVersionSelect';
import { useSaveProject } from './useSaveProject';

const skipQueues: { value: SkipQueue; label: string }[] = [
  { value: 'REQUEUE_FOR_OTHERS', label: t('settings.skipQueue.requeueForOthers') },
  { value: 'REQUEUE_FOR_ME', label: t('settings.skipQueue.requeueForMe') },
  { value: 'IGNORE_SKIPPED', label: t('settings.skipQueue.ignore') },
];

/** Instructions, predictions, overlap and skipping. */
export function AnnotationPage() {
  const project = useProject();
  const state = useSavedForm({
    saved: {
      expert_instruction: project.expert_instruction ?? '',
      show_instruction: project.show_instruction,
      show_collab_predictions: project.show_collab_predictions,
      model_version: project.model_version ?? '',
      reveal_preannotations_interactively: project.reveal_preannotations_interactively,
      maximum_annotations: project.maximum_annotations,
      overlap_cohort_percentage: project.overlap_cohort_percentage,
      show_overlap_first: project.show_overlap_first,
      enable_empty_annotation: project.enable_empty_annotation,
      show_skip_button: project.show_skip_button,
      skip_queue: project.skip_queue ?? 'REQUEUE_FOR_OTHERS',
    },
    save: useSaveProject(project.id),
    validate: {
      maximum_annotations: (value) => (value >= 1 ? null : t('settings.maximumAnnotations.range')),
      overlap_cohort_percentage: (value) =>
        Number.isFinite(value) && value >= 0 && value <= 100 ? null : t('settings.cohort.range'),
    },
  });
  const { form } = state;
  const values = form.getValues();
  return (
    <SettingsForm title={t('settings.annotation')} intro={t('settings.annotation.intro')} state={state}>
      <Stack gap="md">
        <InstructionField
          label={t('settings.instruction')}
          description={t('settings.instruction.hint')}
          {...form.getInputProps('expert_instruction')}
        />
        <Checkbox
          label={t('settings.showInstruction')}
          {...form.getInputProps('show_instruction', { type: 'checkbox' })}
        />
      </Stack>
      <Fieldset legend={t('settings.prelabeling')}>
        <Stack gap="lg">
          <Checkbox
            label={t('settings.usePredictions')}
            description={t('settings.usePredictions.hint')}
            {...form.getInputProps('show_collab_predictions', { type: 'checkbox' })}
          />
          {values.show_collab_predictions && (
            <ModelVersionSelect projectId={project.id} {...form.getInputProps('model_version')} />
          )}
          <Checkbox
            label={t('settings.revealInteractively')}
            description={t('settings.revealInteractively.hint')}
            {...form.getInputProps('reveal_preannotations_interactively', { type: 'checkbox' })}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('settings.overlap')}>
        <Stack gap="lg">
          <NumberInput
            label={t('settings.maximumAnnotations')}
            description={t('settings.maximumAnnotations.hint')}
            min={1}
            allowDecimal={false}
            maw={240}
            {...form.getInputProps('maximum_annotations')}
          />
          {values.maximum_annotations > 1 && (
            <>
              <NumberInput
                label={t('settings.cohort')}
                description={t('settings.cohort.hint')}
                min={0}
                max={100}
                suffix="%"
                allowDecimal={false}
                maw={240}
                {...form.getInputProps('overlap_cohort_percentage')}
              />
              <Checkbox
                label={t('settings.showOverlapFirst')}
                {...form.getInputProps('show_overlap_first', { type: 'checkbox' })}
              />
            </>
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={t('settings.submitting')}>
        <Stack gap="lg">
          <Checkbox
            label={t('settings.allowEmpty')}
            description={t('settings.allowEmpty.hint')}
            {...form.getInputProps('enable_empty_annotation', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('settings.showSkip')}
            {...form.getInputProps('show_skip_button', { type: 'checkbox' })}
          />
          <Select
            label={t('settings.skipQueue')}
            data={skipQueues}
            allowDeselect={false}
            maw={320}
            {...form.getInputProps('skip_queue')}
          />
        </Stack>
      </Fieldset>
    </SettingsForm>
  );
}
