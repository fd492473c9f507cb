import { Button, Group, Radio, Select, TextInput } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload, IconFolderUp } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react';

import { reportError } from '../../app/errors/reportError';
import { t } from '../../messages';
import type { ImportPanelProps } from './contract';
import { DatasetChoices } from './DatasetChoices';
import { datasetFormats, isReadAs, joined, type DatasetChoice, type ReadAs } from './datasets';
import { fileTypes } from './fileTypes';
import classes from './import.module.css';
import { discardUploads } from './requests';
import { UploadRow } from './UploadRow';
import { commonColumns, isUnderWay, uploadIdsOf } from './uploads';
import { useUploads } from './useUploads';

/** Collects files for an import: by dropping, choosing or naming an address. They become tasks when `commitImport` is called. */
export function ImportPanel({ projectId, onState, highlightQuestion = false }: ImportPanelProps) {
  const [readAs, setReadAs] = useState<ReadAs>('recognised');
  const { uploads, addFiles, addAddress, retry, remove } = useUploads(projectId, readAs);
  const [choice, setChoice] = useState(defaultChoice);
  const [rowsAreTasks, setRowsAreTasks] = useState<boolean>();
  const openFiles = useRef<() => void>(null);
  const folder = useRef<HTMLInputElement>(null);
  const question = useRef<HTMLInputElement>(null);

  const asked = uploads.some((upload) => upload.answer?.could_be_tasks_list);
  const uploading = uploads.some(isUnderWay);
  const done = uploads.filter((upload) => upload.state === 'done').length;

  const found = useMemo(
    () => joined(uploads.flatMap((upload) => (upload.answer?.dataset ? [upload.answer.dataset] : []))),
    [uploads],
  );
  const mixed =
    found !== undefined &&
    uploads.some((upload) => upload.answer && upload.answer.dataset?.format !== found.format);
  const datasetOpen =
    found !== undefined &&
    (mixed ||
      (found.problem_count > 0 && !choice.skipUnreadable) ||
      (found.missing_labels.length > 0 && !found.sets_config && !choice.extendConfig));

  useEffect(() => {
    onState({
      fileUploadIds: uploadIdsOf(uploads),
      filesAsTasksList: asked ? rowsAreTasks : undefined,
      ...(found && {
        dataset: { ...choice, format: found.format },
        impliedConfig: found.label_config,
      }),
      dataColumns: commonColumns(uploads),
      uploading,
      questionOpen: (asked && rowsAreTasks === undefined) || datasetOpen,
    });
  }, [asked, choice, datasetOpen, found, onState, rowsAreTasks, uploading, uploads]);

  function readAllAs(value: ReadAs) {
    setReadAs(value);
    for (const upload of uploads.filter((one) => one.source instanceof File && !isUnderWay(one))) {
      discardUploads(projectId, upload.answer?.file_upload_ids ?? []).catch(reportError);
      retry(upload.key);
    }
  }

  const pointAtQuestion = highlightQuestion && asked && rowsAreTasks === undefined;
  useEffect(() => {
    if (pointAtQuestion) question.current?.focus();
  }, [pointAtQuestion]);

  return (
    <div className={classes.panel}>
      <Dropzone
        onDrop={addFiles}
        openRef={openFiles}
        activateOnClick={false}
        enablePointerEvents
        className={classes.drop}
        data-compact={uploads.length > 0 || undefined}
        aria-label={t('import.drop')}
        tabIndex={-1}
      >
        <div className={classes.dropInner}>
          <IconFileUpload size={uploads.length > 0 ? 20 : 32} className={classes.icon} aria-hidden />
          <span className={classes.dropText}>
            {uploads.length > 0 ? t('import.dropMore') : t('import.drop')}
          </span>
          <Group gap="sm">
            <Button variant="default" onClick={() => openFiles.current?.()} data-autofocus>
              {t('import.chooseFiles')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderUp size={16} />}
              onClick={() => folder.current?.click()}
            >
              {t('import.chooseFolder')}
            </Button>
          </Group>
        </div>
      </Dropzone>
      <input
        ref={(element) => {
          folder.current = element;
          if (element) element.webkitdirectory = true;
        }}
        type="file"
        hidden
        multiple
        aria-label={t('import.chooseFolder')}
        onChange={(event) => {
          addFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <AddressForm onAdd={addAddress} />
      <Select
        label={t('import.readAs')}
        description={t('import.readAs.detail')}
        data={[
          { value: 'recognised', label: t('import.readAs.recognised') },
          { value: 'tasks', label: t('import.readAs.tasks') },
          ...datasetFormats.map(({ name, title }) => ({ value: name, label: title })),
        ]}
        value={readAs}
        allowDeselect={false}
        disabled={uploading}
        onChange={(value) => {
          if (isReadAs(value)) readAllAs(value);
        }}
      />

      {uploads.length === 0 ? (
        <SupportedTypes />
      ) : (
        <section aria-label={t('import.files')}>
          <div className={classes.count} aria-live="polite">
            {t('import.fileCount', { count: done })}
          </div>
          <ul
            className={classes.list}
            tabIndex={uploads.length > 5 ? 0 : undefined}
            aria-label={t('import.files')}
          >
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                onRetry={() => {
                  retry(upload.key);
                }}
                onRemove={() => {
                  remove(upload.key);
                  discardUploads(projectId, upload.answer?.file_upload_ids ?? []).catch(reportError);
                }}
              />
            ))}
          </ul>
        </section>
      )}

      {mixed && (
        <p className={classes.mixed} role="alert">
          {t('import.dataset.mixed')}
        </p>
      )}
      {found && !mixed && (
        <DatasetChoices
          found={found}
          choice={choice}
          onChange={setChoice}
          open={highlightQuestion && datasetOpen}
        />
      )}

      {asked && (
        <Radio.Group
          label={t('import.tableQuestion')}
          error={pointAtQuestion ? t('import.tableQuestion.open') : undefined}
          value={rowsAreTasks === undefined ? '' : String(rowsAreTasks)}
          onChange={(value) => {
            setRowsAreTasks(value === 'true');
          }}
          className={classes.question}
          data-open={pointAtQuestion || undefined}
        >
          <Radio
            ref={question}
            value="true"
            label={t('import.tableQuestion.rows')}
            description={t('import.tableQuestion.rows.detail')}
          />
          <Radio
            value="false"
            label={t('import.tableQuestion.whole')}
            description={t('import.tableQuestion.whole.detail')}
          />
        </Radio.Group>
      )}
    </div>
  );
}

const defaultChoice: DatasetChoice = {
  format: '',
  as: 'annotations',
  modelVersion: '',
  skipUnreadable: false,
  extendConfig: false,
};

function AddressForm({ onAdd }: { onAdd: (url: string) => void }) {
  const [address, setAddress] = useState('');
  const [invalid, setInvalid] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const url = address.trim();
    if (!/^https?:\/\/\S+$/iu.test(url)) {
      setInvalid(true);
      return;
    }
    onAdd(url);
    setAddress('');
  }

  return (
    <form onSubmit={submit} className={classes.address} noValidate>
      <TextInput
        label={t('import.url')}
        placeholder={t('import.url.placeholder')}
        type="url"
        flex={1}
        value={address}
        error={invalid ? t('import.url.invalid') : undefined}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setInvalid(false);
        }}
      />
      <Button type="submit" variant="default" disabled={address.trim() === ''}>
        {t('import.url.add')}
      </Button>
    </form>
  );
}

function SupportedTypes() {
  const id = useId();
  return (
    <section className={classes.types} aria-labelledby={id}>
      <h3 id={id}>{t('import.types')}</h3>
      <dl>
        {fileTypes.map(({ label, extensions }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>{extensions.join(', ')}</dd>
          </div>
        ))}
      </dl>
      <p>{t('import.types.hint')}</p>
    </section>
  );
}
