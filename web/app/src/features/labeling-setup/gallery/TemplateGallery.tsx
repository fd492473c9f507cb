import { api, type Template } from '@goldset/api';
import { Skeleton, TextInput, Title } from '@mantine/core';
import { IconFileCode, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { t } from '../../../messages';
import { EmptyState } from '../../../shared/EmptyState';
import { ErrorState } from '../../../shared/ErrorState';
import { drawingOf } from './drawingOf';
import { findTemplates } from './findTemplates';
import classes from './gallery.module.css';
import { TemplateDrawing } from './TemplateDrawing';

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => api.get('/api/templates/', { signal }),
  staleTime: Infinity,
});

interface TemplateGalleryProps {
  onTemplate: (template: Template) => void;
  /** Start with an empty configuration. */
  onCustom: () => void;
}

/** Ready-made labeling interfaces by group, to search and to choose from. */
export function TemplateGallery({ onTemplate, onCustom }: TemplateGalleryProps) {
  const { data, error, refetch } = useQuery(templatesQuery);
  const [group, setGroup] = useState<string>();
  const [search, setSearch] = useState('');
  const current = group ?? data?.groups[0];
  const shown = useMemo(
    () => (data === undefined ? undefined : findTemplates(data, search, current)),
    [data, search, current],
  );
  const searching = search.trim() !== '';

  return (
    <div className={classes.gallery}>
      <div className={classes.side}>
        <TextInput
          type="search"
          aria-label={t('gallery.search')}
          placeholder={t('gallery.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
        <div role="group" aria-label={t('gallery.groups')} className={classes.groups}>
          {data?.groups.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={!searching && name === current}
              onClick={() => {
                setGroup(name);
                setSearch('');
              }}
            >
              {name}
            </button>
          ))}
        </div>
        <button type="button" className={classes.custom} onClick={onCustom}>
          <IconFileCode size={20} aria-hidden />
          <span>
            <b>{t('gallery.custom')}</b>
            <br />
            {t('gallery.custom.hint')}
          </span>
        </button>
      </div>
      <div className={classes.main}>
        <Title order={3} fz={16}>
          {searching ? t('gallery.all') : (current ?? ' ')}
        </Title>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {shown?.length === 0 ? (
          <EmptyState icon={<IconSearchOff size={32} />} title={t('gallery.nothing')}>
            {t('gallery.nothing.text')}
          </EmptyState>
        ) : (
          <ul className={classes.tiles}>
            {shown === undefined && !error
              ? Array.from({ length: 9 }, (_, tile) => (
                  <li key={tile} className="gs-late">
                    <Skeleton height={164} />
                  </li>
                ))
              : shown?.map((template) => (
                  <li key={`${template.group}:${template.title}`}>
                    <Tile template={template} onTemplate={onTemplate} />
                  </li>
                ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Tile({ template, onTemplate }: { template: Template; onTemplate: (template: Template) => void }) {
  const unavailable = template.type === 'enterprise';
  return (
    <button
      type="button"
      className={classes.tile}
      disabled={unavailable}
      title={unavailable ? t('gallery.unavailable') : undefined}
      onClick={() => {
        onTemplate(template);
      }}
    >
      <TemplateDrawing {...drawingOf(template.config)} />
      <span>{template.title}</span>
    </button>
  );
}
