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
import { firstAnswer } from '../commands/regionCommands';
import { geometryOf, head, scoreOf, type Entry } from '../model/document';
import { useActions, useCanEdit, useConfig, useEditable, useTranslate, useView } from '../state/context';
import { regionStyle } from '../tags/text/spans';
import { IconButton } from './IconButton';
import { regionIcon } from './regionIcon';
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
  const [dropTarget, setDropTarget] = useState<'inside' | 'before' | null>(null);
  const { color, titles, outdated } = regionStyle(region, config);
  const label = titles.length === 0 ? t('noLabel') : titles.join(', ');
  const texts = [coveredText(region), ...listedTexts(region, config)].filter(
    (text) => text !== null && text !== '',
  );
  const score = scoreOf(region);
  const readOnly = head(region).readonly === true;

  const incomplete = geometryOf(region)['closed'] === false && head(region).type.startsWith('polygon');
  const Icon = regionIcon(head(region).type);

  const onDrop = (event: DragEvent): void => {
    setDropTarget(null);
    const dragged = event.dataTransfer.getData(dragType);
    if (dragged === '' || dragged === id) return;
    event.preventDefault();
    // On a row: into the region. In the gap over it: beside the region, wherever that lies.
    actions.setParent(dragged, dropPlace(event) === 'inside' ? id : head(region).parentID);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!isPlain(event)) return;
    if (event.key === 'ArrowLeft' && head(region).parentID !== undefined && editable)
      actions.setParent(id, undefined);
    else if (event.key === 'ArrowRight' && editable) {
      const above = regionAbove(event.currentTarget);
      if (above !== null) actions.setParent(id, above);
    } else if (event.key === 'Enter' && selected) {
      // The row is picked already: on to what is asked about the region.
      const answer = firstAnswer(event.currentTarget.closest<HTMLElement>('.gs-editor'));
      if (answer === null) return;
      answer.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      role="listitem"
      className="gs-region-row"
      data-selected={selected}
      data-hovered={hovered}
      data-hidden={hidden}
      data-drop={dropTarget ?? undefined}
      data-region={id}
      style={{ '--gs-label-color': color, '--gs-depth': depth } as CSSProperties}
      draggable={canEdit}
      onDragStart={(event) => event.dataTransfer.setData(dragType, id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setDropTarget(dropPlace(event));
      }}
      onDragLeave={() => setDropTarget(null)}
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
        <span className="gs-swatch" aria-hidden>
          <Icon size={11} stroke={2.5} />
        </span>
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
      {incomplete && (
        <IconAlertTriangle size={14} className="gs-origin gs-warn" aria-label={t('incomplete')} />
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

/** The upper quarter of a row is the gap before it. */
function dropPlace({ currentTarget, clientY }: DragEvent): 'inside' | 'before' {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY - top < height / 4 ? 'before' : 'inside';
}

/** Region of the row over this one. */
function regionAbove(button: HTMLElement): string | null {
  const above = button.closest('[data-region]')?.previousElementSibling;
  return above instanceof HTMLElement ? (above.dataset['region'] ?? null) : null;
}

function isPlain({ ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !shiftKey && !metaKey;
}
