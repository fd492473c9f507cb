import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDownload,
  IconPhoto,
  IconRefresh,
  IconUpload,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { t } from '../../messages';
import { LinkButton } from '../../shared/LinkButton';
import { shortcut } from '../../shared/shortcut';
import classes from './dataManager.module.css';

interface ToolbarProps {
  projectId: number;
  /** What is listed and how: filters, order, columns, actions. */
  children: ReactNode;
  /** Counts have changed since the list was loaded. */
  hasNews: boolean;
  isLoading: boolean;
  thumbnails: boolean;
  /** The way into labeling. */
  labelButton: ReactNode;
  onRefresh: () => void;
  onThumbnails: (shown: boolean) => void;
}

/** The bar over the table while it has the whole width. */
export function Toolbar({
  projectId,
  children,
  labelButton,
  thumbnails,
  onThumbnails,
  ...refresh
}: ToolbarProps) {
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('data.toolbar')}>
      {children}
      <span className={classes.space} />
      <RefreshButton {...refresh} />
      <Tooltip label={t('data.thumbnails')}>
        <ActionIcon
          size={32}
          variant={thumbnails ? 'light' : 'subtle'}
          color={thumbnails ? 'accent' : 'gray'}
          aria-pressed={thumbnails}
          aria-label={t('data.thumbnails')}
          onClick={() => {
            onThumbnails(!thumbnails);
          }}
        >
          <IconPhoto size={16} />
        </ActionIcon>
      </Tooltip>
      <LinkButton
        variant="default"
        leftSection={<IconUpload size={16} />}
        to="/projects/$projectId/data/import"
        params={{ projectId }}
        search={(before) => before}
      >
        {t('data.import')}
      </LinkButton>
      <LinkButton
        variant="default"
        leftSection={<IconDownload size={16} />}
        to="/projects/$projectId/data/export"
        params={{ projectId }}
        search={(before) => before}
      >
        {t('data.export')}
      </LinkButton>
      {labelButton}
    </div>
  );
}

interface NarrowToolbarProps {
  children: ReactNode;
  hasNews: boolean;
  isLoading: boolean;
  onRefresh: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** The bar over the table beside an open task. */
export function NarrowToolbar({ children, onPrevious, onNext, onClose, ...refresh }: NarrowToolbarProps) {
  return (
    <div className={`${classes.toolbar} ${classes.narrow}`} role="toolbar" aria-label={t('data.toolbar')}>
      {children}
      <span className={classes.space} />
      <RefreshButton {...refresh} />
      <StepButton label={t('label.previous')} keys="shift+↑" onStep={onPrevious}>
        <IconArrowUp size={16} />
      </StepButton>
      <StepButton label={t('label.next')} keys="shift+↓" onStep={onNext}>
        <IconArrowDown size={16} />
      </StepButton>
      <StepButton label={t('label.close')} keys="shift+←" onStep={onClose}>
        <IconX size={16} />
      </StepButton>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  keys: string;
  children: ReactNode;
  onStep: (() => void) | undefined;
}

function StepButton({ label, keys, children, onStep }: StepButtonProps) {
  return (
    <Tooltip
      label={
        <>
          {label} <kbd>{shortcut(keys)}</kbd>
        </>
      }
    >
      <ActionIcon aria-label={label} disabled={!onStep} onClick={onStep}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface RefreshButtonProps {
  hasNews: boolean;
  isLoading: boolean;
  onRefresh: () => void;
}

function RefreshButton({ hasNews, isLoading, onRefresh }: RefreshButtonProps) {
  const label = hasNews ? t('data.refresh.news') : t('data.refresh');
  return (
    <Tooltip label={label}>
      <Indicator disabled={!hasNews} offset={6} size={8}>
        <ActionIcon size={32} loading={isLoading} aria-label={label} onClick={onRefresh}>
          <IconRefresh size={16} />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
