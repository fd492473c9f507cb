import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type JSX,
  type KeyboardEvent,
} from 'react';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp } from '@tabler/icons-react';
import { attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { IconButton } from '../../shell/IconButton';
import { useAnswer, useConfig, useObject, useTranslate } from '../../state/context';
import { sanitizeHtml } from '../html';
import type { TagProps } from '../TagView';
import {
  answerOf,
  columnsOf,
  itemsOf,
  moved,
  orderOf,
  type Column,
  type ListItem,
  type Order,
} from './order';

/** A list of things; where a Ranker is on it, they can be put in order. */
export function ListTag({ node }: TagProps): JSX.Element | null {
  const object = useObject(node);
  const config = useConfig();
  const items = useMemo(() => itemsOf(object?.value), [object]);
  if (object === undefined) return null;
  const rankers = [...config.controls.values()].filter(
    ({ tag, toNames }) => tag === 'ranker' && toNames.includes(object.name),
  );
  const title = attrText(node, 'title') ?? '';
  return (
    <div className={`gs-list ${attrText(node, 'classname') ?? ''}`.trim()}>
      {rankers.length === 0 ? (
        <section className="gs-list-column htx-ranker-column">
          {title !== '' && <h3>{title}</h3>}
          <ol>
            {items.map((item) => (
              <li key={item.id} className="gs-list-item htx-ranker-item">
                <ItemBody item={item} />
              </li>
            ))}
          </ol>
        </section>
      ) : (
        rankers.map((ranker) => <Ranker key={ranker.name} control={ranker} items={items} title={title} />)
      )}
    </div>
  );
}

function Ranker({
  control,
  items,
  title,
}: {
  control: ControlTag;
  items: readonly ListItem[];
  title: string;
}): JSX.Element {
  const answer = useAnswer(control);
  const { columns } = columnsOf(control);
  const order = orderOf(control, items, answer.value);
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const [held, setHeld] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (followed.current === null) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
    items.find(({ dataset }) => dataset['id'] === followed.current)?.focus();
    followed.current = null;
  });
  const move = (id: string, column: string, before: string | null): void => {
    if (!answer.disabled) answer.set(answerOf(moved(order, id, column, before)));
  };
  return (
    <div ref={root} className="gs-ranker" role="group" aria-label={control.name}>
      {columns.map((column, at) => (
        <RankerColumn
          key={column.name}
          column={column}
          title={column.title === '' ? title : column.title}
          order={order}
          items={byId}
          held={held}
          disabled={answer.disabled}
          left={columns[at - 1]}
          right={columns[at + 1]}
          onHold={setHeld}
          onMove={move}
          onFollow={(id) => {
            followed.current = id;
          }}
        />
      ))}
    </div>
  );
}

interface RankerColumnProps {
  column: Column;
  title: string;
  order: Order;
  items: ReadonlyMap<string, ListItem>;
  /** The item that is dragged. */
  held: string | null;
  disabled: boolean;
  left: Column | undefined;
  right: Column | undefined;
  onHold(id: string | null): void;
  onMove(id: string, column: string, before: string | null): void;
  /** The focus goes where the item went. */
  onFollow(id: string): void;
}

function RankerColumn(props: RankerColumnProps): JSX.Element {
  const { column, title, order, items, held, onMove } = props;
  const ids = order[column.name] ?? [];
  const drop = (event: DragEvent, before: string | null): void => {
    if (held === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(held, column.name, before);
  };
  return (
    <section
      className="gs-list-column htx-ranker-column"
      aria-label={title || column.name}
      onDragOver={(event) => {
        if (held !== null) event.preventDefault();
      }}
      onDrop={(event) => drop(event, null)}
    >
      {title !== '' && <h3>{title}</h3>}
      <ol>
        {ids.map((id, place) => {
          const item = items.get(id);
          return item && <RankedItem key={id} {...props} item={item} ids={ids} place={place} onDrop={drop} />;
        })}
      </ol>
    </section>
  );
}

interface RankedItemProps extends RankerColumnProps {
  item: ListItem;
  /** Of the column, in order. */
  ids: readonly string[];
  place: number;
  onDrop(event: DragEvent, before: string | null): void;
}

function RankedItem({
  item,
  ids,
  place,
  column,
  left,
  right,
  disabled,
  onHold,
  onMove,
  onFollow,
  onDrop,
}: RankedItemProps): JSX.Element {
  const t = useTranslate();
  const { id } = item;
  const name = item.title || id;
  const up = ids[place - 1];
  const last = place === ids.length - 1;
  const steps: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowUp: up === undefined ? undefined : () => onMove(id, column.name, up),
    ArrowDown: last ? undefined : () => onMove(id, column.name, ids[place + 2] ?? null),
    ArrowLeft: left && (() => onMove(id, left.name, null)),
    ArrowRight: right && (() => onMove(id, right.name, null)),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!event.altKey || step === undefined || disabled) return;
    event.preventDefault();
    event.stopPropagation();
    step();
    onFollow(id);
  };
  const button = (key: string, icon: typeof IconArrowUp, label: string): JSX.Element => (
    <IconButton
      icon={icon}
      size={14}
      label={label}
      disabled={disabled || steps[key] === undefined}
      onClick={() => {
        steps[key]?.();
        onFollow(id);
      }}
    />
  );
  return (
    <li
      className="gs-list-item htx-ranker-item"
      data-id={id}
      tabIndex={0}
      draggable={!disabled}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        onHold(id);
      }}
      onDragEnd={() => onHold(null)}
      onDrop={(event) => onDrop(event, id)}
    >
      <ItemBody item={item} />
      <span className="gs-list-moves">
        {button('ArrowUp', IconArrowUp, t('moveUp', { name }))}
        {button('ArrowDown', IconArrowDown, t('moveDown', { name }))}
        {left && button('ArrowLeft', IconArrowLeft, t('moveTo', { name, column: left.title || left.name }))}
        {right &&
          button('ArrowRight', IconArrowRight, t('moveTo', { name, column: right.title || right.name }))}
      </span>
    </li>
  );
}

function ItemBody({ item }: { item: ListItem }): JSX.Element {
  return (
    <div className="gs-list-body">
      {item.title !== '' && <h4>{item.title}</h4>}
      {item.html === '' ? (
        item.body !== '' && <p>{item.body}</p>
      ) : (
        <div className="gs-html" dangerouslySetInnerHTML={{ __html: sanitizeHtml(item.html) }} />
      )}
    </div>
  );
}
