import { useMemo, type CSSProperties, type JSX } from 'react';
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconEye,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { displayKeys } from '../commands/keys';
import { keysOf } from '../commands/registry';
import { startRelation } from '../commands/regionCommands';
import { directionOf, type Direction, type Entry, type RelationEntry } from '../model/document';
import type { MessageKey } from '../messages';
import {
  useActions,
  useConfig,
  useDocument,
  useEditable,
  useEditor,
  useEditorState,
  useTranslate,
  useView,
} from '../state/context';
import { regionStyle } from '../tags/text/spans';
import { IconButton } from './IconButton';
import { Panel } from './panels/Panel';
import { coveredText } from './regionSummary';
import { numberRegions } from './regionRows';

const icons = { right: IconArrowRight, left: IconArrowLeft, bi: IconArrowsHorizontal };
const names: Readonly<Record<Direction, MessageKey>> = {
  right: 'directionRight',
  left: 'directionLeft',
  bi: 'directionBoth',
};

/** Relations between regions, with their direction and labels. */
export function RelationList(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const document = useDocument();
  const settings = useEditorState((state) => state.settings);
  const numbers = useMemo(
    () => (document.relations.length > 0 ? numberRegions(document, settings) : new Map<string, number>()),
    [document, settings],
  );
  const { relationOrderDescending: newestFirst } = settings;
  const relations = newestFirst ? [...document.relations].reverse() : document.relations;
  const hidden = useView((view) => view.relationsHidden);
  return (
    <Panel
      name="relations"
      title={t('relations')}
      className="gs-relations"
      count={<span className="gs-count">{relations.length}</span>}
      tools={
        <>
          <IconButton
            icon={newestFirst ? IconSortDescending : IconSortAscending}
            label={newestFirst ? t('relationsNewest') : t('relationsOldest')}
            disabled={relations.length < 2}
            onClick={() => actions.changeSettings({ relationOrderDescending: !newestFirst })}
          />
          <IconButton
            icon={hidden ? IconEyeOff : IconEye}
            label={hidden ? t('showRelations') : t('hideRelations')}
            disabled={relations.length === 0}
            onClick={() => actions.toggleRelations()}
          />
        </>
      }
    >
      {relations.length === 0 ? (
        <div className="gs-empty">
          <span>
            {t('noRelationsHint', { key: displayKeys(keysOf(startRelation, props.options.hotkeys)) })}
          </span>
        </div>
      ) : (
        <ul className="gs-relation-rows">
          {relations.map((relation) => (
            <RelationRow key={relation.key} relation={relation} numbers={numbers} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface RelationRowProps {
  relation: RelationEntry;
  /** Numbers of regions in their list. */
  numbers: ReadonlyMap<string, number>;
}

function RelationRow({ relation, numbers }: RelationRowProps): JSX.Element | null {
  const t = useTranslate();
  const actions = useActions();
  const editable = useEditable();
  const document = useDocument();
  const hidden = useView((view) => view.relationsHidden || view.hiddenRelations[relation.key] === true);
  const from = document.entries[relation.element.from_id ?? ''];
  const to = document.entries[relation.element.to_id ?? ''];
  if (from === undefined || to === undefined) return null;
  const direction = directionOf(relation);
  return (
    <li
      className="gs-relation-row"
      data-hidden={hidden}
      onMouseEnter={() => actions.hoverRelation(relation.key)}
      onMouseLeave={() => actions.hoverRelation(null)}
    >
      <div className="gs-relation-ends">
        <RelationEnd region={from} index={numbers.get(from.id) ?? 0} />
        <IconButton
          icon={icons[direction]}
          label={t('direction', { direction: t(names[direction]) })}
          disabled={!editable}
          onClick={() => actions.cycleDirection(relation.key)}
        />
        <RelationEnd region={to} index={numbers.get(to.id) ?? 0} />
        <IconButton
          icon={hidden ? IconEyeOff : IconEye}
          label={hidden ? t('showRelation') : t('hideRelation')}
          size={14}
          aria-pressed={hidden}
          onClick={() => actions.toggleRelation(relation.key)}
        />
        <IconButton
          icon={IconTrash}
          label={t('deleteRelation')}
          size={14}
          disabled={!editable}
          onClick={() => actions.deleteRelation(relation.key)}
        />
      </div>
      <RelationLabels relation={relation} />
    </li>
  );
}

function RelationEnd({ region, index }: { region: Entry; index: number }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const config = useConfig();
  const { color, titles } = regionStyle(region, config);
  const label = titles.join(', ') || t('noLabel');
  const text = coveredText(region);
  return (
    <button
      type="button"
      className="gs-relation-end"
      aria-label={t('regionRow', { index, label })}
      onClick={() => actions.select([region.id])}
      onMouseEnter={() => actions.hover(region.id)}
      onMouseLeave={() => actions.hover(null)}
    >
      <span className="gs-swatch" style={{ background: color }} aria-hidden />
      <span>{text ?? `${index} ${label}`}</span>
    </button>
  );
}

/** Labels of a relation as chips, with a list of those it does not have yet. */
function RelationLabels({ relation }: { relation: RelationEntry }): JSX.Element | null {
  const t = useTranslate();
  const actions = useActions();
  const editable = useEditable();
  const { relations } = useConfig();
  const labels = Array.isArray(relation.element.labels) ? relation.element.labels : [];
  if (relations === null || (relations.labels.length === 0 && labels.length === 0)) return null;
  const rest = relations.labels.filter(({ name }) => !labels.includes(name));
  const add = (name: string): void =>
    actions.setRelationLabels(relation.key, relations.multiple ? [...labels, name] : [name]);
  return (
    <div className="gs-relation-labels">
      {labels.map((name) => {
        const label = relations.labels.find((candidate) => candidate.name === name);
        return (
          <span key={name} className="gs-tag" style={{ '--gs-label-color': label?.color } as CSSProperties}>
            {label?.title ?? name}
            <button
              type="button"
              className="gs-icon-button"
              aria-label={t('removeAnswer', { answer: label?.title ?? name })}
              disabled={!editable}
              onClick={() =>
                actions.setRelationLabels(
                  relation.key,
                  labels.filter((other) => other !== name),
                )
              }
            >
              <IconX size={12} aria-hidden />
            </button>
          </span>
        );
      })}
      {rest.length > 0 && (
        <select
          className="gs-select"
          aria-label={t('relationLabels')}
          value=""
          disabled={!editable}
          onChange={(event) => add(event.target.value)}
        >
          <option value="" disabled>
            {t('addRelationLabel')}
          </option>
          {rest.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
