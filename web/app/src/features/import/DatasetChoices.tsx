import type { FoundDataset } from '@goldset/api';
import { Checkbox, Radio, TextInput } from '@mantine/core';

import { t } from '../../messages';
import { datasetFormats, type DatasetChoice } from './datasets';
import classes from './import.module.css';

/** Labels and problems listed at once; the rest is counted. */
const LISTED = 12;

interface DatasetChoicesProps {
  found: FoundDataset;
  choice: DatasetChoice;
  onChange: (choice: DatasetChoice) => void;
  /** Something has to be chosen before it can go on. */
  open: boolean;
}

/** What a dataset holds, and how it is to become tasks. */
export function DatasetChoices({ found, choice, onChange, open }: DatasetChoicesProps) {
  const title = datasetFormats.find((format) => format.name === found.format)?.title ?? found.format;
  return (
    <section
      className={classes.dataset}
      aria-label={t('import.dataset', { format: title })}
      data-open={open || undefined}
    >
      <strong>{t('import.dataset', { format: title })}</strong>
      <span role="status">
        {t('import.dataset.tasks', { count: found.task_count })},{' '}
        {t('import.dataset.regions', { count: found.region_count })},{' '}
        {t('import.dataset.labels', { count: found.label_count })}
      </span>
      {found.labels.length > 0 && (
        <span className={classes.labels}>
          {found.labels.slice(0, LISTED).join(', ')}
          {found.label_count > LISTED && ', …'}
        </span>
      )}
      {found.sets_config && <span>{t('import.dataset.setsConfig')}</span>}
      <Radio.Group
        label={t('import.dataset.as')}
        value={choice.as}
        onChange={(value) => {
          onChange({ ...choice, as: value === 'predictions' ? 'predictions' : 'annotations' });
        }}
        className={classes.question}
      >
        <Radio value="annotations" label={t('import.dataset.annotations')} />
        <Radio value="predictions" label={t('import.dataset.predictions')} />
      </Radio.Group>
      {choice.as === 'predictions' && (
        <TextInput
          label={t('import.dataset.version')}
          value={choice.modelVersion}
          onChange={(event) => {
            onChange({ ...choice, modelVersion: event.currentTarget.value });
          }}
        />
      )}
      {found.missing_labels.length > 0 && (
        <Checkbox
          label={t('import.dataset.extend')}
          description={found.missing_labels.join('; ')}
          checked={choice.extendConfig}
          onChange={(event) => {
            onChange({ ...choice, extendConfig: event.currentTarget.checked });
          }}
        />
      )}
      {found.problem_count > 0 && (
        <>
          <ul
            className={classes.problems}
            aria-label={t('import.dataset.problems', { count: found.problem_count })}
          >
            {found.problems.slice(0, LISTED).map((problem, index) => (
              <li key={index}>
                {problem.line === null
                  ? t('import.dataset.problem', { file: problem.file, reason: problem.reason })
                  : t('import.dataset.problemAt', {
                      file: problem.file,
                      line: problem.line,
                      reason: problem.reason,
                    })}
              </li>
            ))}
          </ul>
          <Checkbox
            label={t('import.dataset.skip', { count: found.problem_count })}
            checked={choice.skipUnreadable}
            onChange={(event) => {
              onChange({ ...choice, skipUnreadable: event.currentTarget.checked });
            }}
          />
        </>
      )}
    </section>
  );
}
