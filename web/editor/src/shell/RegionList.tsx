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
  IconFilter,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react';
import type { LabelingConfig } from '../config/compile';
import { notesOf, regionsOf, type Entry } from '../model/document';
import {
  useActions,
  useConfig,
  useDocument,
  useEditor,
  useEditorState,
  useTranslate,
  useView,
} from '../state/context';
import { regionStyle } from '../tags/text/spans';
import { GroupRow } from './GroupRow';
import { IconButton } from './IconButton';
import { Menu } from './Menu';
import { Panel } from './panels/Panel';
import { RegionRowView } from './RegionRowView';
import { coveredText, listedTexts } from './regionSummary';
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
  const config = useConfig();
  const [filter, setFilter] = useState<string | null>(null);
  const rows = useMemo(() => {
    const text = (filter ?? '').trim().toLowerCase();
    if (text === '') return regionRows(document, settings);
    return regionRows(document, settings, (region, index) => describes(region, index, text, config));
  }, [document, settings, filter, config]);
  const regions = regionsOf(document);
  const hiddenCount = regions.filter(({ id }) => hidden[id] === true).length;
  const listed = new Set(rows.flatMap((row) => (row.kind === 'region' ? [row.region.id] : []))).size;
  const left = regions.length - listed;

  return (
    <Panel
      name="regions"
      title={t('regions')}
      className="gs-regions"
      count={
        <span className="gs-count" role="img" aria-label={t('regionCount', { count: regions.length })}>
          {regions.length}
        </span>
      }
      tools={
        <RegionTools
          total={regions.length}
          hiddenCount={hiddenCount}
          filtering={filter !== null}
          onFilter={() => setFilter(filter === null ? '' : null)}
        />
      }
    >
      {filter !== null && (
        <div className="gs-region-filter">
          <input
            type="search"
            className="gs-input"
            autoFocus
            aria-label={t('filterRegions')}
            placeholder={t('filterHint')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setFilter(null);
            }}
          />
        </div>
      )}
      {regions.length === 0 ? (
        <div className="gs-empty">
          <strong>{t('noRegions')}</strong>
          <span>{t('noRegionsHint')}</span>
        </div>
      ) : (
        <Rows rows={rows} />
      )}
      {(left > 0 || hiddenCount > 0) && (
        <p className="gs-region-note" role="status">
          {left > 0
            ? t('hiddenByFilter', { count: left })
            : hiddenCount === regions.length
              ? t('allHidden')
              : t('someHidden', { count: hiddenCount })}
        </p>
      )}
    </Panel>
  );
}

/** Whether a part of what is shown of a region, its id or its number is this text. */
function describes(region: Entry, index: number, text: string, config: LabelingConfig): boolean {
  const shown = [
    ...regionStyle(region, config).titles,
    coveredText(region) ?? '',
    ...listedTexts(region, config),
    ...notesOf(region),
    region.id,
  ];
  return String(index) === text || shown.some((part) => part.toLowerCase().includes(text));
}

const timed = new Set(['audio', 'audioplus', 'video', 'timeseries', 'paragraphs', 'text']);

interface RegionToolsProps {
  total: number;
  hiddenCount: number;
  filtering: boolean;
  onFilter(): void;
}

function RegionTools({ total, hiddenCount, filtering, onFilter }: RegionToolsProps): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const config = useConfig();
  const { regionGrouping, regionOrder, regionOrderDescending } = useEditorState((state) => state.settings);
  const allHidden = total > 0 && hiddenCount === total;
  const hasTime = [...config.objects.values()].some(({ tag }) => timed.has(tag));
  return (
    <>
      <IconButton icon={IconFilter} label={t('filterRegions')} aria-pressed={filtering} onClick={onFilter} />
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
            label: t('groupByTool'),
            checked: regionGrouping === 'tool',
            perform: () => actions.changeSettings({ regionGrouping: 'tool' }),
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
          ...(hasTime
            ? [
                {
                  label: t('orderStart'),
                  checked: regionOrder === 'start',
                  perform: () => actions.changeSettings({ regionOrder: 'start' }),
                },
              ]
            : []),
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
    </>
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
