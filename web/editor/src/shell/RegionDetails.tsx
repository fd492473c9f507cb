import { useEffect, useMemo, useRef, useState, type CSSProperties, type JSX } from 'react';
import {
  IconArrowMoveRight,
  IconEye,
  IconEyeOff,
  IconLink,
  IconLock,
  IconLockOpen,
  IconNote,
  IconTrash,
} from '@tabler/icons-react';
import { keysOf } from '../commands/registry';
import { displayKeys } from '../commands/keys';
import { editNotes, startRelation } from '../commands/regionCommands';
import type { ControlTag } from '../config/compile';
import { geometryOf, isReadOnly, notesOf, type Entry } from '../model/document';
import { isVisible } from '../model/visibility';
import {
  useActions,
  useCanEdit,
  useConfig,
  useDocument,
  useEditable,
  useEditor,
  useEditorState,
  useTranslate,
  useView,
} from '../state/context';
import type { RegionField } from '../tags/behavior';
import { fieldsOf } from '../tags/behaviors';
import { isInDetails } from '../tags/TagView';
import { regionStyle } from '../tags/text/spans';
import { IconButton } from './IconButton';
import { Panel } from './panels/Panel';
import { coveredText } from './regionSummary';

/** What is known of the selected region, and what can be done with it. */
export function RegionDetails(): JSX.Element {
  const t = useTranslate();
  const selection = useView((view) => view.selection);
  const document = useDocument();
  const regions = useMemo(() => selection.flatMap((id) => document.entries[id] ?? []), [selection, document]);
  const [only] = regions;
  return (
    <Panel
      name="details"
      title={t('details')}
      className="gs-details"
      tools={regions.length > 0 && <DetailActions regions={regions} />}
    >
      {only === undefined ? (
        <div className="gs-empty">
          <span>{t('noSelection')}</span>
        </div>
      ) : regions.length > 1 ? (
        <SeveralRegions regions={regions} />
      ) : (
        <SingleRegion key={only.id} region={only} />
      )}
    </Panel>
  );
}

/** More are counted, not shown. */
const mostShown = 20;

function SeveralRegions({ regions }: { regions: readonly Entry[] }): JSX.Element {
  const t = useTranslate();
  const rest = regions.length - mostShown;
  return (
    <div className="gs-details-body">
      <span>{t('severalSelected', { count: regions.length })}</span>
      {regions.slice(0, mostShown).map((region) => (
        <div key={region.id} className="gs-one-of-several">
          <RegionHead region={region} />
          <Geometry region={region} />
        </div>
      ))}
      {rest > 0 && <span className="gs-muted">{t('moreSelected', { count: rest })}</span>}
    </div>
  );
}

function DetailActions({ regions }: { regions: readonly Entry[] }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { core, props } = useEditor();
  const editable = useEditable();
  const ids = regions.map(({ id }) => id);
  const hidden = useView((view) => ids.every((id) => view.hidden[id] === true));
  const locked = useView((view) => ids.every((id) => view.locked[id] === true));
  const readOnly = regions.every(isReadOnly);
  const keys = (command: typeof editNotes): string => displayKeys(keysOf(command, props.options.hotkeys));
  const [first] = ids;
  const { linkTo } = props;
  return (
    <>
      <IconButton
        icon={IconArrowMoveRight}
        label={t('createRelation')}
        keys={keys(startRelation)}
        disabled={!editable}
        onClick={() => actions.startRelation()}
      />
      <IconButton
        icon={IconNote}
        label={t('addNote')}
        keys={keys(editNotes)}
        disabled={!editable || readOnly}
        onClick={() => actions.startNotes()}
      />
      <IconButton
        icon={locked ? IconLock : IconLockOpen}
        label={locked ? t('unlock') : t('lock')}
        aria-pressed={locked}
        disabled={!editable || readOnly}
        onClick={() => actions.toggleLocked(ids)}
      />
      <IconButton
        icon={hidden ? IconEyeOff : IconEye}
        label={hidden ? t('show') : t('hide')}
        aria-pressed={hidden}
        onClick={() => actions.toggleHidden(ids)}
      />
      {linkTo !== undefined && first !== undefined && ids.length === 1 && (
        <IconButton
          icon={IconLink}
          label={t('copyRegionLink')}
          onClick={() =>
            void navigator.clipboard?.writeText(linkTo({ annotation: core.tab.ref, regionId: first }))
          }
        />
      )}
      <IconButton
        icon={IconTrash}
        label={t('deleteRegion')}
        disabled={!editable || readOnly || locked}
        onClick={() => actions.deleteRegions(ids)}
      />
    </>
  );
}

function SingleRegion({ region }: { region: Entry }): JSX.Element {
  const config = useConfig();
  const document = useDocument();
  const text = coveredText(region);
  const controls = [...config.controls.values()].filter(
    (control) => isInDetails(control.node, config) && isVisible(control.node, { config, document, region }),
  );
  return (
    <div className="gs-details-body">
      <RegionHead region={region} />
      {text !== null && (
        <blockquote className="gs-covered" dir="auto">
          {text}
        </blockquote>
      )}
      <Geometry region={region} />
      <Notes region={region} />
      {controls.map((control) => (
        <PerRegionControl key={control.name} control={control} />
      ))}
    </div>
  );
}

function RegionHead({ region }: { region: Entry }): JSX.Element {
  const t = useTranslate();
  const config = useConfig();
  const { color, titles } = regionStyle(region, config);
  return (
    <div className="gs-detail-labels">
      {titles.length === 0 ? (
        <span className="gs-muted">{t('noLabel')}</span>
      ) : (
        titles.map((title) => (
          <span key={title} className="gs-tag" style={{ '--gs-label-color': color } as CSSProperties}>
            {title}
          </span>
        ))
      )}
      <code className="gs-region-id" title={t('regionId')}>
        {region.id}
      </code>
    </div>
  );
}

/** A control that asks about the selected region. */
function PerRegionControl({ control }: { control: ControlTag }): JSX.Element | null {
  const { tags } = useEditor();
  const Tag = tags[control.tag];
  if (Tag === undefined) return null;
  return (
    <div className="gs-per-region" data-per-region>
      <h3>{control.name}</h3>
      <Tag node={control.node} />
    </div>
  );
}

/** The numbers that place a region, as its object has it; of a text, the characters it spans. */
function Geometry({ region }: { region: Entry }): JSX.Element | null {
  const t = useTranslate();
  const config = useConfig();
  const { start, end } = geometryOf(region);
  const fields = fieldsOf(region, config);
  if (fields.length > 0) {
    return (
      <div className="gs-geometry">
        {fields.map((field) => (
          <GeometryField key={field.part} region={region} field={field} />
        ))}
      </div>
    );
  }
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return <div className="gs-muted gs-number">{t('span', { start, end })}</div>;
}

function GeometryField({ region, field }: { region: Entry; field: RegionField }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const canEdit = useCanEdit(region);
  const [typed, setTyped] = useState<string | null>(null);
  const { part, sign, label, value, min, max, wraps = false } = field;
  const set = (number: number): void => {
    const span = max - min;
    const next = wraps
      ? ((((number - min) % span) + span) % span) + min
      : Math.min(max, Math.max(min, number));
    if (next !== value) actions.setGeometry(region.id, { [part]: next });
  };
  const finish = (): void => {
    const number = typed === null || typed.trim() === '' ? NaN : Number(typed.replace(',', '.'));
    setTyped(null);
    if (Number.isFinite(number)) set(number);
  };
  return (
    <label className="gs-geometry-field" title={t(label)}>
      <span aria-hidden>{sign}</span>
      <input
        inputMode="decimal"
        aria-label={t(label)}
        value={typed ?? String(Math.round(value * 100) / 100)}
        disabled={!canEdit}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') setTyped(null);
          if (step === 0) return;
          event.preventDefault();
          setTyped(null);
          set(value + step * (event.shiftKey ? 10 : 1));
        }}
      />
    </label>
  );
}

/** Free notes; Enter keeps them, shift+Enter starts a new line. */
function Notes({ region }: { region: Entry }): JSX.Element | null {
  const t = useTranslate();
  const actions = useActions();
  const canEdit = useCanEdit(region);
  const editing = useEditorState((state) => state.editingNotes);
  const field = useRef<HTMLTextAreaElement>(null);
  const notes = notesOf(region);
  const [draft, setDraft] = useState<string | null>(null);
  const open = editing && canEdit;

  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  const finish = (): void => {
    if (draft !== null) {
      const text = draft.trim();
      actions.setNotes(region.id, text === '' ? [] : [text]);
    }
    setDraft(null);
    actions.stopNotes();
  };
  if (!open) {
    if (notes.length === 0) return null;
    return (
      <button type="button" className="gs-notes" disabled={!canEdit} onClick={() => actions.startNotes()}>
        <IconNote size={14} aria-hidden />
        <span dir="auto">{notes.join('\n')}</span>
      </button>
    );
  }
  return (
    <textarea
      ref={field}
      className="gs-input"
      aria-label={t('notes')}
      placeholder={t('notesPlaceholder')}
      rows={2}
      value={draft ?? notes.join('\n')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setDraft(null);
          actions.stopNotes();
          event.stopPropagation();
        } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          finish();
        }
      }}
    />
  );
}
