import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import {
  IconAdjustmentsHorizontal,
  IconEye,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import { regionsOf } from '../model/document';
import { useActions, useDocument, useEditor, useEditorState, useTranslate, useView } from '../state/context';
import { GroupRow } from './GroupRow';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { RegionRowView } from './RegionRowView';
import { regionRows, type RegionRow } from './regionRows';

const rowHeight = 30;
/** Longer lists are drawn only where they are seen, and some rows around. */
const wholeUpTo = 60;
const rowsAround = 8;

/** All regions of the annotation, to select, hide, lock, delete and nest. */
export function RegionList(): JSX.Element {
  const t = useTranslate();
  const document = useDocument();
  const settings = useEditorState((state) => state.settings);
  const hidden = useView((view) => view.hidden);
  const rows = useMemo(() => regionRows(document, settings), [document, settings]);
  const regions = regionsOf(document);
  const hiddenCount = regions.filter(({ id }) => hidden[id] === true).length;

  return (
    <section className="gs-regions" aria-label={t('regions')}>
      <RegionListHeader total={regions.length} hiddenCount={hiddenCount} />
      {rows.length === 0 ? (
        <div className="gs-empty">
          <strong>{t('noRegions')}</strong>
          <span>{t('noRegionsHint')}</span>
        </div>
      ) : (
        <Rows rows={rows} />
      )}
    </section>
  );
}

function RegionListHeader({ total, hiddenCount }: { total: number; hiddenCount: number }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { regionGrouping, regionOrder, regionOrderDescending } = useEditorState((state) => state.settings);
  const allHidden = total > 0 && hiddenCount === total;
  return (
    <header className="gs-panel-head">
      <h2>{t('regions')}</h2>
      <span className="gs-count" aria-label={t('regionCount', { count: total })}>
        {total}
      </span>
      <span className="gs-spacer" />
      <Menu
        icon={IconAdjustmentsHorizontal}
        label={t('listOptions')}
        items={[
          {
            label: t('groupManual'),
            checked: regionGrouping === 'manual',
            perform: () => actions.changeSettings({ regionGrouping: 'manual' }),
          },
          {
            label: t('groupByLabel'),
            checked: regionGrouping === 'label',
            perform: () => actions.changeSettings({ regionGrouping: 'label' }),
          },
          {
            label: t('orderTime'),
            checked: regionOrder === 'time',
            separated: true,
            perform: () => actions.changeSettings({ regionOrder: 'time' }),
          },
          {
            label: t('orderScore'),
            checked: regionOrder === 'score',
            perform: () => actions.changeSettings({ regionOrder: 'score' }),
          },
        ]}
      />
      <IconButton
        icon={regionOrderDescending ? IconSortDescending : IconSortAscending}
        label={regionOrderDescending ? t('descending') : t('ascending')}
        onClick={() => actions.changeSettings({ regionOrderDescending: !regionOrderDescending })}
      />
      <IconButton
        icon={allHidden ? IconEyeOff : IconEye}
        label={allHidden ? t('showAll') : t('hideAll')}
        disabled={total === 0}
        onClick={() => actions.toggleAllHidden()}
      />
    </header>
  );
}

function Rows({ rows }: { rows: readonly RegionRow[] }): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const t = useTranslate();
  const { core, actions } = useEditor();
  const anchor = useRef<number | null>(null);

  const pick = useCallback(
    (index: number, event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): void => {
      const row = rows[index];
      if (row?.kind !== 'region') return;
      const { id } = row.region;
      const { selection, relationFrom } = core.content.view;
      if (event.shiftKey && anchor.current !== null) {
        const [from, to] = [anchor.current, index].sort((a, b) => a - b) as [number, number];
        const range = rows
          .slice(from, to + 1)
          .flatMap((other) => (other.kind === 'region' ? [other.region.id] : []));
        actions.select([...new Set(range)]);
        return;
      }
      anchor.current = index;
      if (event.ctrlKey || event.metaKey) actions.clickRegion(id, 'toggle');
      else if (relationFrom === null && selection.length === 1 && selection[0] === id) actions.unselect();
      else actions.clickRegion(id);
    },
    [rows, core, actions],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row-button]') ?? [])];
    const current = buttons.findIndex((button) => button === event.target);
    const next = buttons[current + (event.key === 'ArrowDown' ? 1 : -1)];
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  const sight = useSight(scroller, rows.length);
  const drawn = rows.slice(sight.first, sight.first + sight.count);
  return (
    <div ref={scroller} className="gs-rows" role="list" aria-label={t('regions')} onKeyDown={onKeyDown}>
      <div
        role="presentation"
        style={{ height: rows.length * rowHeight, paddingTop: sight.first * rowHeight }}
      >
        {drawn.map((row, index) =>
          row.kind === 'group' ? (
            <GroupRow key={row.key} row={row} />
          ) : (
            <RegionRowView
              key={row.key}
              region={row.region}
              index={row.index}
              depth={row.depth}
              row={sight.first + index}
              onPick={pick}
            />
          ),
        )}
      </div>
    </div>
  );
}

/** Which rows of a long list are in sight, with some around them. */
function useSight(scroller: RefObject<HTMLElement | null>, total: number): { first: number; count: number } {
  const [sight, setSight] = useState({ first: 0, count: wholeUpTo });
  const long = total > wholeUpTo;
  useEffect(() => {
    const element = scroller.current;
    if (!long || element === null) return undefined;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - rowsAround);
      const count = Math.ceil(element.clientHeight / rowHeight) + 2 * rowsAround;
      setSight((before) => (before.first === first && before.count === count ? before : { first, count }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, long]);
  return long ? sight : { first: 0, count: total };
}
