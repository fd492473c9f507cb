import type { ExportFormat, Project } from '@goldset/api';
import { Button, Checkbox, Input, Radio, SegmentedControl, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';

import { t } from '../../messages';
import classes from './export.module.css';
import { exportUrl, initialDownload, type DownloadChoices } from './exportUrl';
import { FormatPicker } from './FormatPicker';
import { optionsOf } from './formats';
import { hasKeyFrames } from './hasKeyFrames';
import { Receipt } from './Receipt';

interface DownloadTabProps {
  project: Project;
  formats: readonly ExportFormat[];
}

/** One file, made while it is downloaded. */
export function DownloadTab({ project, formats }: DownloadTabProps) {
  const [name, setName] = useState<string>();
  const [choices, setChoices] = useState(initialDownload);
  const [started, setStarted] = useState(false);
  const tasksLabel = useId();
  const format = formats.find((candidate) => candidate.name === name) ?? formats[0];
  if (!format) return null;
  const options = optionsOf(format.name);

  function change(changes: Partial<DownloadChoices>) {
    setChoices((current) => ({ ...current, ...changes }));
    setStarted(false);
  }

  return (
    <div className={classes.columns}>
      <FormatPicker
        formats={formats}
        value={format.name}
        onChange={(chosen) => {
          setName(chosen);
          setStarted(false);
        }}
      />
      <section className={classes.side} aria-label={format.title}>
        <div className={classes.options}>
          <Input.Wrapper
            label={t('export.tasks')}
            labelElement="div"
            labelProps={{ id: tasksLabel }}
            description={t('export.tasks.hint')}
            inputWrapperOrder={['label', 'input', 'description']}
          >
            <SegmentedControl
              fullWidth
              mb={4}
              aria-labelledby={tasksLabel}
              value={choices.allTasks ? 'all' : 'annotated'}
              onChange={(value) => {
                change({ allTasks: value === 'all' });
              }}
              data={[
                { value: 'annotated', label: t('export.tasks.annotated') },
                { value: 'all', label: t('export.tasks.all') },
              ]}
            />
          </Input.Wrapper>
          {hasKeyFrames(project) && (
            <Checkbox
              label={t('export.interpolate')}
              checked={choices.interpolate}
              onChange={(event) => {
                change({ interpolate: event.currentTarget.checked });
              }}
            />
          )}
          {options.files && (
            <Checkbox
              label={t('export.files')}
              checked={choices.files}
              onChange={(event) => {
                change({ files: event.currentTarget.checked });
              }}
            />
          )}
          {options.classOrder && (
            <Radio.Group
              label={t('export.classOrder')}
              value={choices.classOrder}
              onChange={(value) => {
                change({ classOrder: value === 'config' ? 'config' : 'name' });
              }}
            >
              <div className={classes.radios}>
                <Radio value="name" label={t('export.classOrder.name')} />
                <Radio value="config" label={t('export.classOrder.config')} />
              </div>
            </Radio.Group>
          )}
          {options.report && (
            <Checkbox
              label={t('export.report')}
              checked={choices.report}
              onChange={(event) => {
                change({ report: event.currentTarget.checked });
              }}
            />
          )}
          <Receipt
            key={format.name}
            projectId={project.id}
            format={format.name}
            choices={choices}
            isSmall={(project.task_number ?? 0) <= COUNTED_AT_ONCE}
          />
        </div>
        <Button
          component="a"
          href={exportUrl(project.id, format.name, choices)}
          download=""
          leftSection={<IconDownload size={16} />}
          onClick={() => {
            setStarted(true);
          }}
        >
          {t('export.download', { format: format.title })}
        </Button>
        <Text c="dimmed" size="sm" role="status" className={classes.started}>
          {started ? t('export.started') : ''}
        </Text>
      </section>
    </div>
  );
}

/** In projects with more tasks the counting, which reads all of them, waits until it is asked for. */
const COUNTED_AT_ONCE = 2000;
