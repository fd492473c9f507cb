import type { Project, Snapshot } from '@goldset/api';
import { Alert, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useQuery, type UseMutationResult } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { viewsQuery } from '../data-manager/queries';
import classes from './export.module.css';
import { hasKeyFrames } from './hasKeyFrames';
import {
  holdsAnnotations,
  initialChoices,
  taskChoices,
  type SnapshotChoices,
  type TaskChoice,
} from './snapshots';

interface NewSnapshotProps {
  project: Project;
  create: UseMutationResult<Snapshot, Error, SnapshotChoices>;
}

/** What a new snapshot is to hold. */
export function NewSnapshot({ project, create }: NewSnapshotProps) {
  const [choices, setChoices] = useState(initialChoices);
  const views = useQuery(viewsQuery(project.id));
  const { annotations, full } = choices;
  const complete = holdsAnnotations(choices);

  function change(changes: Partial<SnapshotChoices>) {
    setChoices((current) => ({ ...current, ...changes }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!complete) return;
    create.mutate(choices, {
      onSuccess: () => {
        change({ title: '' });
      },
    });
  }

  return (
    <form className={classes.side} onSubmit={submit} aria-label={t('snapshots.new')}>
      <div className={classes.options}>
        <TextInput
          label={t('snapshots.name')}
          placeholder={t('snapshots.name.placeholder')}
          maxLength={2048}
          value={choices.title}
          onChange={(event) => {
            change({ title: event.currentTarget.value });
          }}
        />
        <Select
          label={t('snapshots.view')}
          allowDeselect={false}
          value={choices.view === null ? 'all' : String(choices.view)}
          onChange={(value) => {
            change({ view: value === null || value === 'all' ? null : Number(value) });
          }}
          data={[
            { value: 'all', label: t('snapshots.view.all') },
            ...(views.data ?? []).map(({ id, data }) => ({
              value: String(id),
              label: t('snapshots.view.of', { title: String(data.title ?? id) }),
            })),
          ]}
        />
        <Select
          label={t('snapshots.only')}
          allowDeselect={false}
          value={choices.only}
          onChange={(value) => {
            change({ only: (value ?? 'any') as TaskChoice });
          }}
          data={taskChoices.map((value) => ({ value, label: t(`snapshots.only.${value}`) }))}
        />
        <fieldset className={classes.group}>
          <legend>{t('snapshots.annotations')}</legend>
          <Checkbox
            label={t('snapshots.annotations.usual')}
            checked={annotations.usual}
            onChange={(event) => {
              change({ annotations: { ...annotations, usual: event.currentTarget.checked } });
            }}
          />
          <Checkbox
            label={t('snapshots.annotations.groundTruth')}
            checked={annotations.groundTruth}
            onChange={(event) => {
              change({ annotations: { ...annotations, groundTruth: event.currentTarget.checked } });
            }}
          />
          <Checkbox
            label={t('snapshots.annotations.skipped')}
            checked={annotations.skipped}
            onChange={(event) => {
              change({ annotations: { ...annotations, skipped: event.currentTarget.checked } });
            }}
          />
          {!complete && (
            <p className={classes.problem} role="alert">
              {t('snapshots.annotations.none')}
            </p>
          )}
          <Checkbox
            label={t('snapshots.dropEmpty')}
            checked={choices.dropEmpty}
            onChange={(event) => {
              change({ dropEmpty: event.currentTarget.checked });
            }}
          />
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('snapshots.full')}</legend>
          <p className={classes.hint}>{t('snapshots.full.hint')}</p>
          <Checkbox
            label={t('snapshots.full.drafts')}
            checked={full.drafts}
            onChange={(event) => {
              change({ full: { ...full, drafts: event.currentTarget.checked } });
            }}
          />
          <Checkbox
            label={t('snapshots.full.predictions')}
            checked={full.predictions}
            onChange={(event) => {
              change({ full: { ...full, predictions: event.currentTarget.checked } });
            }}
          />
          <Checkbox
            label={t('snapshots.full.authors')}
            checked={full.authors}
            onChange={(event) => {
              change({ full: { ...full, authors: event.currentTarget.checked } });
            }}
          />
        </fieldset>
        {hasKeyFrames(project) && (
          <Checkbox
            label={t('export.interpolate')}
            checked={choices.interpolate}
            onChange={(event) => {
              change({ interpolate: event.currentTarget.checked });
            }}
          />
        )}
      </div>
      {create.error && (
        <Alert color="bad" role="alert">
          {describe(create.error)}
        </Alert>
      )}
      <Button
        type="submit"
        loading={create.isPending}
        disabled={!complete}
        leftSection={<IconCamera size={16} />}
      >
        {t('snapshots.create')}
      </Button>
    </form>
  );
}
