import {
  memo,
  useState,
  type CSSProperties,
  type DragEvent,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import {
  IconAlertTriangle,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconSparkles,
  IconTrash,
} from '@tabler/icons-react';
import { head, scoreOf, type Entry } from '../model/document';
import { useActions, useCanEdit, useConfig, useEditable, useTranslate, useView } from '../state/context';
import { regionStyle } from '../tags/text/spans';
import { IconButton } from './IconButton';
import { coveredText, isFromPrediction, listedTexts } from './regionSummary';

export interface RegionRowViewProps {
  region: Entry;
  /** Number in the list, from 1. */
  index: number;
  /** Nesting, from 0. */
  depth: number;
  /** Place among the rows, from 0. */
  row: number;
  onPick(row: number, event: MouseEvent): void;
}

const dragType = 'application/x-goldset-region';

/** One region in the list. */
export const RegionRowView = memo(function RegionRowView({
  region,
  index,
  depth,
  row,
  onPick,
}: RegionRowViewProps): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const config = useConfig();
  const { id } = region;
  const selected = useView((view) => view.selection.includes(id));
  const hovered = useView((view) => view.hovered === id);
  const hidden = useView((view) => view.hidden[id] === true);
  const locked = useView((view) => view.locked[id] === true);
  const editable = useEditable();
  const canEdit = useCanEdit(region);
  const [dropTarget, setDropTarget] = useState(false);
  const { color, titles, outdated } = regionStyle(region, config);
  const label = titles.length === 0 ? t('noLabel') : titles.join(', ');
  const texts = [coveredText(region), ...listedTexts(region, config)].filter(
    (text) => text !== null && text !== '',
  );
  const score = scoreOf(region);
  const readOnly = head(region).readonly === true;

  const onDrop = (event: DragEvent): void => {
    setDropTarget(false);
    const dragged = event.dataTransfer.getData(dragType);
    if (dragged === '' || dragged === id) return;
    event.preventDefault();
    actions.setParent(dragged, id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft' && head(region).parentID !== undefined && editable)
      actions.setParent(id, undefined);
  };

  return (
    <div
      role="listitem"
      className="gs-region-row"
      data-selected={selected}
      data-hovered={hovered}
      data-hidden={hidden}
      data-drop={dropTarget}
      style={{ '--gs-label-color': color, '--gs-depth': depth } as CSSProperties}
      draggable={editable}
      onDragStart={(event) => event.dataTransfer.setData(dragType, id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setDropTarget(true);
      }}
      onDragLeave={() => setDropTarget(false)}
      onDrop={onDrop}
      onMouseEnter={() => actions.hover(id)}
      onMouseLeave={() => actions.hover(null)}
    >
      <button
        type="button"
        className="gs-region-main"
        data-row-button
        aria-pressed={selected}
        aria-label={t('regionRow', { index, label })}
        onClick={(event) => onPick(row, event)}
        onKeyDown={onKeyDown}
      >
        <span className="gs-region-index">{index}</span>
        <span className="gs-swatch" aria-hidden />
        <span className="gs-region-label">{label}</span>
        {texts.length > 0 && (
          <span className="gs-region-text" dir="auto">
            {texts.join(' · ')}
          </span>
        )}
      </button>
      {outdated && (
        <IconAlertTriangle size={14} className="gs-origin gs-warn" aria-label={t('notInConfig')} />
      )}
      {isFromPrediction(region) && (
        <IconSparkles size={14} className="gs-origin" aria-label={t('fromPrediction')} />
      )}
      {score !== null && <span className="gs-score">{score.toFixed(2)}</span>}
      {readOnly && <IconLock size={14} className="gs-origin" aria-label={t('readOnlyRegion')} />}
      <span className="gs-row-actions">
        {!readOnly && (
          <IconButton
            icon={locked ? IconLock : IconLockOpen}
            label={locked ? t('unlock') : t('lock')}
            size={14}
            aria-pressed={locked}
            disabled={!editable}
            onClick={() => actions.toggleLocked([id])}
          />
        )}
        <IconButton
          icon={hidden ? IconEyeOff : IconEye}
          label={hidden ? t('show') : t('hide')}
          size={14}
          aria-pressed={hidden}
          onClick={() => actions.toggleHidden([id])}
        />
        <IconButton
          icon={IconTrash}
          label={t('deleteRegion')}
          size={14}
          disabled={!canEdit}
          onClick={() => actions.deleteRegions([id])}
        />
      </span>
    </div>
  );
});
