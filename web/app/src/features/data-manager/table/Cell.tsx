import type { User } from '@goldset/api';
import { Popover, Tooltip } from '@mantine/core';
import { IconMusic, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';

import { locale, t } from '../../../messages';
import { UserAvatar } from '../../../shared/UserAvatar';
import { cellText, mediaAddress, valueOf, type Column, type ColumnType } from '../model/columns';
import type { ListedTask } from '@goldset/api';
import classes from './table.module.css';

interface CellProps {
  task: ListedTask;
  column: Column;
  type: ColumnType;
  users: ReadonlyMap<number, User>;
  thumbnails: boolean;
  /** The cell's row is the one the keyboard is on, so its controls can be reached. */
  reachable: boolean;
}

/** One value of a task, shown as its column is. */
export function Cell({ task, column, type, users, thumbnails, reachable }: CellProps) {
  const value = valueOf(column, task);
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'Number':
      return <NumberText value={value} isId={column.id === 'tasks:id'} />;
    case 'Datetime':
      return <DateText value={value} />;
    case 'Boolean':
      return value === true ? t('data.table.yes') : t('data.table.no');
    case 'Image':
      return <ImageCell address={mediaAddress(value)} text={cellText(value)} thumbnails={thumbnails} />;
    case 'Audio':
    case 'Video':
      return (
        <MediaCell kind={type} address={mediaAddress(value)} text={cellText(value)} reachable={reachable} />
      );
    case 'List':
      return isPeople(column.key) ? <People value={value} users={users} /> : <>{cellText(value)}</>;
    default:
      return <span className="gs-truncate">{cellText(value)}</span>;
  }
}

const wholeOrThree = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });

function NumberText({ value, isId }: { value: unknown; isId: boolean }) {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return <>{cellText(value)}</>;
  if (isId) return <span className={classes.id}>{number}</span>;
  return <span className={number === 0 ? classes.zero : undefined}>{wholeOrThree.format(number)}</span>;
}

const shortDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const exactDate = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });

function DateText({ value }: { value: unknown }) {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) return <>{cellText(value)}</>;
  return (
    <time dateTime={date.toISOString()} title={exactDate.format(date)} className="gs-number gs-truncate">
      {shortDate.format(date)}
    </time>
  );
}

function isPeople(key: string): boolean {
  return key === 'annotators' || key === 'updated_by';
}

/** Shown in full; the rest is counted. */
const SHOWN_PEOPLE = 4;

function People({ value, users }: { value: unknown; users: ReadonlyMap<number, User> }) {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const ids = list.flatMap((entry) => {
    if (typeof entry === 'number') return [entry];
    return typeof entry === 'object' && entry !== null && 'user_id' in entry ? [Number(entry.user_id)] : [];
  });
  return (
    <span className={classes.people}>
      {ids.slice(0, SHOWN_PEOPLE).map((id) => {
        const user = users.get(id);
        return user ? <UserAvatar key={id} user={user} size={22} /> : <span key={id}>{id}</span>;
      })}
      {ids.length > SHOWN_PEOPLE && (
        <Tooltip label={t('data.table.more', { count: ids.length - SHOWN_PEOPLE })}>
          <span className={classes.more}>+{ids.length - SHOWN_PEOPLE}</span>
        </Tooltip>
      )}
    </span>
  );
}

function ImageCell({
  address,
  text,
  thumbnails,
}: {
  address: string | undefined;
  text: string;
  thumbnails: boolean;
}) {
  if (address === undefined || !isShowable(address)) return <span className="gs-truncate">{text}</span>;
  if (thumbnails)
    return (
      <img
        src={address}
        alt={fileName(address)}
        loading="lazy"
        decoding="async"
        className={classes.thumbnail}
      />
    );
  return (
    <span className={classes.media} data-preview={address}>
      <IconPhoto size={16} aria-hidden />
      <span className="gs-truncate">{fileName(address)}</span>
    </span>
  );
}

interface MediaCellProps {
  kind: 'Audio' | 'Video';
  address: string | undefined;
  text: string;
  reachable: boolean;
}

/** Loads the recording only when asked to. */
function MediaCell({ kind, address, text, reachable }: MediaCellProps) {
  const [opened, setOpened] = useState(false);
  if (address === undefined || !isShowable(address)) return <span className="gs-truncate">{text}</span>;
  const name = fileName(address);
  const Icon = kind === 'Audio' ? IconMusic : IconVideo;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.media}
          tabIndex={reachable ? 0 : -1}
          aria-label={t('data.table.play', { name })}
          onClick={(event) => {
            event.stopPropagation();
            setOpened(true);
          }}
        >
          <Icon size={16} aria-hidden />
          <span className="gs-truncate">{name}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown
        onClick={(event) => {
          event.stopPropagation();
        }}
      >
        {kind === 'Audio' ? (
          <audio src={address} controls autoPlay data-autofocus aria-label={name} />
        ) : (
          <video src={address} controls autoPlay data-autofocus aria-label={name} width={480} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Addresses a browser may load by itself; anything else (`s3://…` without its storage) is shown as text. */
export function isShowable(address: string): boolean {
  return /^(https?:\/\/|\/|data:(image|audio|video)\/|blob:)/iu.test(address);
}

function fileName(address: string): string {
  if (address.startsWith('data:')) return address.slice(0, address.indexOf(','));
  const path = address.split(/[?#]/u)[0] ?? address;
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name) || address;
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
