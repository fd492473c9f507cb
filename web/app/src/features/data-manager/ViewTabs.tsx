import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconCopy, IconEdit, IconEyeOff, IconPlus, IconX } from '@tabler/icons-react';
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
  onOpen: (id: number) => void;
}

/** The tabs of the data manager: each remembers filters, order and columns for everybody in the project. */
export function ViewTabs({ views, columns, onOpen }: ViewTabsProps) {
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
      {views.views.map((view) => {
        const isCurrent = view.id === views.current.id;
        return (
          <div key={view.id} className={classes.tab} data-current={isCurrent || undefined}>
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
                <ActionIcon size={20} aria-label={t('data.view.menu', { title: title(view) })}>
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
