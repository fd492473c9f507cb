import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBarToLeft,
  IconArrowBarToRight,
  IconChevronDown,
  IconCopy,
  IconEdit,
  IconEyeOff,
  IconLock,
  IconPlus,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { t } from '../../messages';
import classes from './dataManager.module.css';
import type { Column } from './model/columns';
import { freeTitle, newViewData, type View, type ViewData } from './model/views';
import type { Views } from './useViews';

interface ViewTabsProps {
  views: Views;
  columns: readonly Column[];
  /** Who looks. */
  me: number;
  onOpen: (id: number) => void;
}

const dragged = 'application/x-goldset-tab';

/** The tabs of the data manager: each remembers filters, order and columns, for everybody in the project or for who made it. */
export function ViewTabs({ views, columns, me, onOpen }: ViewTabsProps) {
  const [target, setTarget] = useState<number>();
  const [renamed, setRenamed] = useState<number>();
  const add = useMutation({
    mutationFn: (data: ViewData) => views.add(data),
    onSuccess: (view) => {
      onOpen(view.id);
    },
  });
  const close = useMutation({
    mutationFn: (view: View) => views.remove(view),
    onSuccess: (_nothing, view) => {
      const next = views.views.find((other) => other.id !== view.id);
      if (view.id === views.current.id && next) onOpen(next.id);
    },
  });
  const title = (view: View) => view.data.title ?? t('data.view.new');

  return (
    <nav className={classes.tabs} aria-label={t('data.views')}>
      {views.views.map((view, index) => {
        const isCurrent = view.id === views.current.id;
        const left = views.views[index - 1];
        const right = views.views[index + 1];
        return (
          <div
            key={view.id}
            className={classes.tab}
            data-current={isCurrent || undefined}
            data-target={target === view.id || undefined}
            draggable={view.id !== 0 && renamed !== view.id}
            onDragStart={(event) => {
              event.dataTransfer.setData(dragged, String(view.id));
              event.dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(dragged)) return;
              event.preventDefault();
              setTarget(view.id);
            }}
            onDragLeave={() => {
              setTarget(undefined);
            }}
            onDrop={(event) => {
              event.preventDefault();
              setTarget(undefined);
              const id = Number(event.dataTransfer.getData(dragged));
              const source = views.views.find((other) => other.id === id);
              if (source && source.id !== view.id) views.move(source, view);
            }}
          >
            {view.data.private === true && (
              <IconLock size={12} role="img" aria-label={t('data.view.isPrivate')} />
            )}
            {renamed === view.id ? (
              <TitleInput
                title={title(view)}
                onDone={(text) => {
                  setRenamed(undefined);
                  if (text !== '' && text !== title(view)) views.change(view, { title: text });
                }}
              />
            ) : (
              <button
                type="button"
                className={classes.tabName}
                aria-current={isCurrent ? 'page' : undefined}
                onClick={() => {
                  onOpen(view.id);
                }}
                onDoubleClick={() => {
                  setRenamed(view.id);
                }}
              >
                {title(view)}
              </button>
            )}
            <Menu position="bottom-start">
              <Menu.Target>
                <ActionIcon size={24} aria-label={t('data.view.menu', { title: title(view) })}>
                  <IconChevronDown size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconEdit size={16} />}
                  onClick={() => {
                    setRenamed(view.id);
                  }}
                >
                  {t('data.view.rename')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconCopy size={16} />}
                  onClick={() => {
                    const copy = freeTitle(t('data.view.copy', { title: title(view) }), views.views);
                    add.mutate({ ...view.data, title: copy });
                  }}
                >
                  {t('data.view.duplicate')}
                </Menu.Item>
                {(view.id === 0 || view.user === me) && (
                  <Menu.Item
                    leftSection={
                      view.data.private === true ? <IconUsers size={16} /> : <IconLock size={16} />
                    }
                    onClick={() => {
                      views.change(view, { private: view.data.private !== true });
                    }}
                  >
                    {t(view.data.private === true ? 'data.view.shared' : 'data.view.private')}
                  </Menu.Item>
                )}
                {left && (
                  <Menu.Item
                    leftSection={<IconArrowBarToLeft size={16} />}
                    onClick={() => {
                      views.move(view, left);
                    }}
                  >
                    {t('data.view.left')}
                  </Menu.Item>
                )}
                {right && (
                  <Menu.Item
                    leftSection={<IconArrowBarToRight size={16} />}
                    onClick={() => {
                      views.move(view, right);
                    }}
                  >
                    {t('data.view.right')}
                  </Menu.Item>
                )}
                {views.views.length > 1 && (
                  <Menu.Item
                    leftSection={<IconX size={16} />}
                    onClick={() => {
                      close.mutate(view);
                    }}
                  >
                    {t('data.view.close')}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          </div>
        );
      })}
      <ActionIcon
        aria-label={t('data.view.add')}
        loading={add.isPending}
        onClick={() => {
          add.mutate(newViewData(freeTitle(t('data.view.new'), views.views), columns));
        }}
      >
        <IconPlus size={16} />
      </ActionIcon>
      {views.readOnly && (
        <Tooltip label={t('data.view.readOnly')} multiline w={260}>
          <IconEyeOff size={16} color="var(--gs-muted)" role="img" aria-label={t('data.view.readOnly')} />
        </Tooltip>
      )}
    </nav>
  );
}

function TitleInput({ title, onDone }: { title: string; onDone: (title: string) => void }) {
  const [text, setText] = useState(title);
  return (
    <TextInput
      size="xs"
      w={140}
      autoFocus
      aria-label={t('data.view.rename')}
      value={text}
      maxLength={100}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onBlur={() => {
        onDone(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text.trim());
        if (event.key === 'Escape') onDone(title);
      }}
    />
  );
}
