import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type JSX,
  type KeyboardEvent,
} from 'react';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { IconButton } from '../../shell/IconButton';
import { useTranslate } from '../../state/context';
import type { Path } from '../choices/selection';
import { rowsOf, type TaxonomyRow } from './rows';
import { matching } from './tree';
import type { Nodes } from './useNodes';

interface TaxonomyTreeProps {
  tree: Nodes;
  /** Keys of the paths that are picked. */
  picked: ReadonlySet<string>;
  /** No more may be picked. */
  full: boolean;
  leavesOnly: boolean;
  disabled: boolean;
  onToggle(path: Path): void;
}

const rowHeight = 28;
/** Longer lists are drawn only where they are seen, and some rows around. */
const wholeUpTo = 100;
const rowsInSight = 12;
const rowsAround = 6;

/** A tree to pick from: searched, folded, and moved through with arrow keys. */
export function TaxonomyTree({
  tree,
  picked,
  full,
  leavesOnly,
  disabled,
  onToggle,
}: TaxonomyTreeProps): JSX.Element {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed).trim();
  const found = useMemo(() => matching(tree.nodes, text), [tree.nodes, text]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  // What is searched for may be anywhere, so everything is open until it is folded.
  const [folded, setFolded] = useState<{ text: string; keys: ReadonlySet<string> }>({
    text,
    keys: new Set(),
  });
  const rows = useMemo(() => {
    const closed = folded.text === text ? folded.keys : new Set<string>();
    return rowsOf(found, (key) => (text === '' ? unfolded.has(key) : !closed.has(key)));
  }, [found, text, unfolded, folded]);

  const list = useRef<HTMLUListElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const whole = rows.length <= wholeUpTo;
  const first = whole ? 0 : Math.max(0, Math.floor(scrolled / rowHeight) - rowsAround);
  const drawn = whole ? rows : rows.slice(first, first + rowsInSight + 2 * rowsAround);

  useEffect(() => {
    list.current?.scrollTo?.({ top: 0 });
  }, [text]);
  useLayoutEffect(() => {
    const element = list.current;
    if (wanted === null || element === null) return;
    const top = wanted * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    element
      .querySelector<HTMLInputElement>(`[data-row="${String(wanted)}"] input`)
      ?.focus({ preventScroll: true });
  }, [wanted, first]);

  const fold = ({ key, node, path, open }: TaxonomyRow): void => {
    if (node.lazy) tree.load(path);
    const change = (keys: ReadonlySet<string>, add: boolean): Set<string> => {
      const next = new Set(keys);
      if (add) next.add(key);
      else next.delete(key);
      return next;
    };
    if (text === '') setUnfolded(change(unfolded, !open));
    else setFolded({ text, keys: change(folded.text === text ? folded.keys : new Set(), open) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const at = Number(line?.dataset['row'] ?? -1);
    const row = rows[at];
    let next: number | null = null;
    if (event.key === 'ArrowDown') next = Math.min(rows.length - 1, at + 1);
    else if (event.key === 'ArrowUp') next = Math.max(0, at - 1);
    else if (row === undefined) return;
    else if (event.key === 'ArrowRight' && row.parent && !row.open) fold(row);
    else if (event.key === 'ArrowRight' && row.open) next = at + 1;
    else if (event.key === 'ArrowLeft' && row.open) fold(row);
    else if (event.key === 'ArrowLeft') next = parentOf(rows, at);
    else return;
    event.preventDefault();
    if (next !== null && next >= 0) setWanted(next);
  };

  return (
    <div className="gs-taxonomy-tree" onKeyDown={onKeyDown}>
      <input
        type="search"
        className="gs-taxonomy-search"
        aria-label={t('taxonomySearch')}
        placeholder={t('taxonomySearch')}
        value={typed}
        onFocus={() => setWanted(null)}
        onChange={(event) => setTyped(event.target.value)}
      />
      {tree.failure !== null && (
        <p role="alert" className="gs-taxonomy-note">
          {t('taxonomyFailed', { reason: tree.failure })}
        </p>
      )}
      {tree.loading && <p className="gs-taxonomy-note">{t('taxonomyLoading')}</p>}
      {!tree.loading && found.length === 0 && tree.failure === null && (
        <p className="gs-taxonomy-note">{t('nothingFound')}</p>
      )}
      <ul
        ref={list}
        className="gs-taxonomy-rows"
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        {first > 0 && <li aria-hidden style={{ height: first * rowHeight }} />}
        {drawn.map((row, index) => (
          <li
            key={row.key}
            className="gs-taxonomy-node"
            data-row={first + index}
            title={row.node.hint}
            style={{ '--gs-depth': row.path.length - 1 } as CSSProperties}
          >
            {row.parent ? (
              <IconButton
                icon={row.open ? IconChevronDown : IconChevronRight}
                size={14}
                label={t(row.open ? 'fold' : 'unfold', { name: row.node.title })}
                aria-expanded={row.open}
                onClick={() => fold(row)}
              />
            ) : (
              <span className="gs-taxonomy-gap" />
            )}
            <label className="gs-choice" style={{ color: row.node.color }}>
              <input
                type="checkbox"
                checked={picked.has(row.key)}
                disabled={disabled || (leavesOnly && row.parent) || (full && !picked.has(row.key))}
                onChange={() => onToggle(row.path)}
              />
              <span>{row.node.title}</span>
            </label>
          </li>
        ))}
        {!whole && (
          <li aria-hidden style={{ height: Math.max(0, rows.length - first - drawn.length) * rowHeight }} />
        )}
      </ul>
    </div>
  );
}

function parentOf(rows: readonly TaxonomyRow[], at: number): number | null {
  const depth = rows[at]?.path.length ?? 0;
  const parent = rows.slice(0, at).findLastIndex(({ path }) => path.length < depth);
  return parent < 0 ? null : parent;
}
