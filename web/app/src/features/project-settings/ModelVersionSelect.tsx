import { api } from '@goldset/api';
import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { describe } from '../../app/errors/describe';
import { t } from '../../messages';

/** The model or the version of predictions that annotators start from. */
export function ModelVersionSelect({ projectId, error, ...field }: SelectProps & { projectId: number }) {
  const versions = useQuery({
    queryKey: ['projects', 'model-versions', projectId],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{id}/model-versions/', {
        path: { id: projectId },
        signal,
        query: { extended: true, include_live_models: true },
      }),
  });
  const { live, static: stored } = versions.data ?? {};
  const models = (Array.isArray(live) ? live : []).map(({ title, readable_state: state }) => ({
    value: title,
    label: t('settings.modelVersion.live', { title, state }),
  }));
  const predictions = (Array.isArray(stored) ? stored : [])
    .filter(({ model_version: version }) => !models.some(({ value }) => value === version))
    .map(({ model_version: version, count }) => ({
      value: version,
      label: t('settings.modelVersion.count', { version, count }),
    }));
  const empty = models.length + predictions.length === 0;
  return (
    <Select
      label={t('settings.modelVersion')}
      description={t('settings.modelVersion.hint')}
      placeholder={empty && !versions.isPending ? t('settings.modelVersion.none') : undefined}
      clearable
      disabled={empty}
      error={error ?? (versions.error ? describe(versions.error) : undefined)}
      data={[
        { group: t('settings.modelVersion.models'), items: models },
        { group: t('settings.modelVersion.predictions'), items: predictions },
      ].filter(({ items }) => items.length > 0)}
      {...field}
      value={typeof field.value === 'string' && field.value !== '' ? field.value : null}
      onChange={(value, option) => field.onChange?.(value ?? '', option)}
    />
  );
}
