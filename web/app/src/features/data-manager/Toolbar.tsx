import { ActionIcon, Indicator, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconDownload,
  IconLayoutGrid,
  IconLayoutList,
  IconMinus,
  IconPhoto,
  IconPlus,
  IconRefresh,
  IconUpload,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { t } from '../../messages';
import { LinkButton } from '../../shared/LinkButton';
import { shortcut } from '../../shared/shortcut';
import classes from './dataManager.module.css';
import { gridWidths } from './model/views';

interface ToolbarProps {
  projectId: number;
  /** What is listed and how: filters, order, columns, actions. */
  children: ReactNode;
  /** Counts have changed since the list was loaded. */
  hasNews: boolean;
  isLoading: boolean;
  /** Takes the last change of the tab back; undefined where there is none. */
  onUndo: (() => void) | undefined;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  thumbnails: boolean;
  /** The way into labeling. */
  labelButton: ReactNode;
  onRefresh: () => void;
  onThumbnails: (shown: boolean) => void;
}

/** How tasks are shown: a row each, or so many beside each other. */
export interface Layout {
  isGrid: boolean;
  columns: number;
}

/** The bar over the table while it has the whole width. */
export function Toolbar({
  projectId,
  children,
  labelButton,
  onUndo,
  layout,
  onLayout,
  thumbnails,
  onThumbnails,
  ...refresh
}: ToolbarProps) {
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('data.toolbar')}>
      {children}
      <span className={classes.space} />
      <RefreshButton {...refresh} />
      <StepButton label={t('data.view.undo')} keys="mod+z" onStep={onUndo}>
        <IconArrowBackUp size={16} />
      </StepButton>
      {layout.isGrid ? (
        <div
          className={classes.gridWidth}
          role="group"
          aria-label={t('data.layout.columns', { count: layout.columns })}
        >
          <ActionIcon
            aria-label={t('data.layout.fewer')}
            disabled={layout.columns <= gridWidths.least}
            onClick={() => {
              onLayout({ ...layout, columns: layout.columns - 1 });
            }}
          >
            <IconMinus size={14} />
          </ActionIcon>
          <span aria-hidden>{layout.columns}</span>
          <ActionIcon
            aria-label={t('data.layout.more')}
            disabled={layout.columns >= gridWidths.most}
            onClick={() => {
              onLayout({ ...layout, columns: layout.columns + 1 });
            }}
          >
            <IconPlus size={14} />
          </ActionIcon>
        </div>
      ) : (
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
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('data.layout')}
        value={layout.isGrid ? 'grid' : 'list'}
        onChange={(value) => {
          onLayout({ ...layout, isGrid: value === 'grid' });
        }}
        data={[
          {
            value: 'list',
            label: <IconLayoutList size={16} display="block" role="img" aria-label={t('data.layout.list')} />,
          },
          {
            value: 'grid',
            label: <IconLayoutGrid size={16} display="block" role="img" aria-label={t('data.layout.grid')} />,
          },
        ]}
      />
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
