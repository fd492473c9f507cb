import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import {
  IconAdjustmentsHorizontal,
  IconEye,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import { regionsOf } from '../model/document';
import { useActions, useDocument, useEditorState, useTranslate, useView } from '../state/context';
import { GroupRow } from './GroupRow';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { RegionRowView } from './RegionRowView';
import { regionRows, type RegionRow } from './regionRows';

/** Longer lists are drawn only where they are seen. */
const virtualFrom = 150;
const rowHeight = 30;
/** Rows kept above the first one in sight, and drawn in all; the list is never higher than a tall screen. */
const rowsAround = 10;
const rowsDrawn = 90;

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
  const actions = useActions();
  const selection = useView((view) => view.selection);
  const [anchor, setAnchor] = useState<number | null>(null);

  const pick = (index: number, event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): void => {
    const row = rows[index];
    if (row?.kind !== 'region') return;
    const { id } = row.region;
    if (event.shiftKey && anchor !== null) {
      const [from, to] = anchor < index ? [anchor, index] : [index, anchor];
      const range = rows
        .slice(from, to + 1)
        .flatMap((other) => (other.kind === 'region' ? [other.region.id] : []));
      actions.select([...new Set(range)]);
      return;
    }
    setAnchor(index);
    if (event.ctrlKey || event.metaKey) actions.clickRegion(id, 'toggle');
    else if (selection.length === 1 && selection[0] === id) actions.unselect();
    else actions.clickRegion(id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row-button]') ?? [])];
    const current = buttons.findIndex((button) => button === event.target);
    const next = buttons[current + (event.key === 'ArrowDown' ? 1 : -1)];
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  const draw = (row: RegionRow, index: number): JSX.Element =>
    row.kind === 'group' ? (
      <GroupRow key={row.key} row={row} />
    ) : (
      <RegionRowView
        key={row.key}
        region={row.region}
        index={row.index}
        depth={row.depth}
        onPick={(event) => pick(index, event)}
      />
    );

  return (
    <div ref={scroller} className="gs-rows" role="list" aria-label={t('regions')} onKeyDown={onKeyDown}>
      {rows.length < virtualFrom ? (
        rows.map(draw)
      ) : (
        <VirtualRows rows={rows} scroller={scroller} draw={draw} />
      )}
    </div>
  );
}

interface VirtualRowsProps {
  rows: readonly RegionRow[];
  scroller: { readonly current: HTMLDivElement | null };
  draw(row: RegionRow, index: number): JSX.Element;
}

/** Only the rows that are in sight, and some around them. */
function VirtualRows({ rows, scroller, draw }: VirtualRowsProps): JSX.Element {
  const [first, setFirst] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    const follow = (): void =>
      setFirst(Math.max(0, Math.floor((element?.scrollTop ?? 0) / rowHeight) - rowsAround));
    element?.addEventListener('scroll', follow, { passive: true });
    return () => element?.removeEventListener('scroll', follow);
  }, [scroller]);
  return (
    <div role="presentation" style={{ height: rows.length * rowHeight, paddingTop: first * rowHeight }}>
      {rows.slice(first, first + rowsDrawn).map((row, index) => draw(row, first + index))}
    </div>
  );
}
