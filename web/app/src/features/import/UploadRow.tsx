import { ActionIcon, Progress } from '@mantine/core';
import { IconCircleCheck, IconFile, IconLink, IconRefresh, IconX } from '@tabler/icons-react';

import { describe } from '../../app/errors/describe';
import { t } from '../../messages';
import { fileSize } from './fileSize';
import classes from './import.module.css';
import type { Upload } from './uploads';
import { UnsupportedFile } from './useUploads';

interface UploadRowProps {
  upload: Upload;
  onRemove: () => void;
  onRetry: () => void;
}

/** One file in the list: its name, how far it is, and what to do about it. */
export function UploadRow({ upload, onRemove, onRetry }: UploadRowProps) {
  const { name, state, size } = upload;
  const Icon = typeof upload.source === 'string' ? IconLink : IconFile;
  const failed = state === 'failed';
  return (
    <li className={classes.row} data-state={state}>
      <Icon size={16} className={classes.icon} aria-hidden />
      <span className={classes.name} title={name}>
        <MiddleTruncated text={name} />
      </span>
      <span className={classes.size}>{size === null ? '' : fileSize(size)}</span>
      <span className={classes.state}>
        {state === 'sending' ? (
          <Progress
            value={upload.progress * 100}
            size="sm"
            aria-label={t('import.progress', { name })}
            transitionDuration={0}
            flex={1}
          />
        ) : (
          <StateText state={state} />
        )}
      </span>
      {failed && !(upload.error instanceof UnsupportedFile) && (
        <ActionIcon onClick={onRetry} aria-label={t('import.retryFile', { name })}>
          <IconRefresh size={16} />
        </ActionIcon>
      )}
      <ActionIcon className={classes.remove} onClick={onRemove} aria-label={t('import.remove', { name })}>
        <IconX size={16} />
      </ActionIcon>
      {failed && (
        <p className={classes.problem} role="alert">
          {describe(upload.error)}
        </p>
      )}
    </li>
  );
}

function StateText({ state }: { state: Upload['state'] }) {
  switch (state) {
    case 'done':
      return (
        <>
          <IconCircleCheck size={16} color="var(--gs-good)" aria-hidden /> {t('import.uploaded')}
        </>
      );
    case 'failed':
      return <span style={{ color: 'var(--gs-bad)' }}>{t('import.failed')}</span>;
    case 'reading':
      return t('import.reading');
    default:
      return t('import.waiting');
  }
}

/** Cuts the middle of a long name: its beginning and its extension are what tell files apart. */
function MiddleTruncated({ text }: { text: string }) {
  const tail = text.length > 24 ? text.slice(-12) : '';
  return (
    <>
      <span className="gs-truncate">{text.slice(0, text.length - tail.length)}</span>
      {tail !== '' && <span>{tail}</span>}
    </>
  );
}
