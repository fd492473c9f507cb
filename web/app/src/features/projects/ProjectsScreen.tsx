import { ApiError } from '@goldset/api';
import { Button, CloseButton, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback, useLocalStorage } from '@mantine/hooks';
import {
  IconFolderPlus,
  IconLayoutGrid,
  IconList,
  IconPlus,
  IconSearch,
  IconSearchOff,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../messages';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorState } from '../../shared/ErrorState';
import { Pagination } from '../../shared/Pagination';
import { projectListQuery } from '../../shared/queries';
import { ProjectCards } from './ProjectCards';
import { ProjectTable } from './ProjectTable';
import classes from './projects.module.css';

const route = getRouteApi('/projects');

/** Every project of the organization, a page at a time. */
export function ProjectsScreen() {
  const { page = 1, title } = route.useSearch();
  const navigate = route.useNavigate();
  const [view, setView] = useLocalStorage<'list' | 'cards'>({
    key: 'goldset:projects:view',
    defaultValue: 'list',
    getInitialValueInEffect: false,
  });
  const [pageSize, setPageSize] = useLocalStorage({
    key: 'pages:projects',
    defaultValue: 30,
    getInitialValueInEffect: false,
  });
  const { data, error, refetch } = useQuery({
    ...projectListQuery({ page, pageSize, ...(title !== undefined && { title }) }),
    placeholderData: keepPreviousData,
  });

  const pageIsGone = page > 1 && error instanceof ApiError && error.status === 404;
  useEffect(() => {
    if (pageIsGone) void navigate({ search: (search) => ({ ...search, page: undefined }), replace: true });
  }, [pageIsGone, navigate]);

  let content: ReactNode;
  if (error && !pageIsGone) {
    content = <ErrorState error={error} onRetry={() => void refetch()} />;
  } else if (data?.count === 0 && title !== undefined) {
    content = (
      <EmptyState icon={<IconSearchOff size={32} />} title={t('projects.notFound.title')}>
        {t('projects.notFound.text', { title })}
      </EmptyState>
    );
  } else if (data?.count === 0) {
    content = (
      <EmptyState
        icon={<IconFolderPlus size={32} />}
        title={t('projects.empty.title')}
        action={<CreateProjectButton />}
      >
        {t('projects.empty.text')}
      </EmptyState>
    );
  } else {
    content =
      view === 'list' ? <ProjectTable projects={data?.results} /> : <ProjectCards projects={data?.results} />;
  }

  return (
    <div className={classes.screen}>
      <div className={classes.toolbar}>
        <Title order={1}>{t('projects.title')}</Title>
        <TitleSearch
          title={title}
          onTitle={(next) =>
            void navigate({
              search: next === undefined ? {} : { title: next },
              replace: true,
              resetScroll: false,
            })
          }
        />
        <SegmentedControl
          aria-label={t('projects.view')}
          value={view}
          onChange={(next) => {
            setView(next as typeof view);
          }}
          data={[
            {
              value: 'list',
              label: <ViewIcon label={t('projects.view.list')} icon={<IconList size={16} />} />,
            },
            {
              value: 'cards',
              label: <ViewIcon label={t('projects.view.cards')} icon={<IconLayoutGrid size={16} />} />,
            },
          ]}
        />
        <CreateProjectButton />
      </div>
      {content}
      {data && (
        <Pagination
          page={page}
          pageSize={pageSize}
          total={data.count}
          onPage={(next) => void navigate({ search: (search) => ({ ...search, page: next }) })}
          onPageSize={(size) => {
            setPageSize(size);
            void navigate({ search: (search) => ({ ...search, page: undefined }), replace: true });
          }}
        />
      )}
    </div>
  );
}

function CreateProjectButton() {
  return (
    <Button component={Link} to="/projects/create" leftSection={<IconPlus size={16} />}>
      {t('projects.create')}
    </Button>
  );
}

function ViewIcon({ label, icon }: { label: string; icon: ReactNode }) {
  return (
    <span role="img" aria-label={label} title={label} style={{ display: 'flex' }}>
      {icon}
    </span>
  );
}

interface TitleSearchProps {
  title: string | undefined;
  onTitle: (title: string | undefined) => void;
}

function TitleSearch({ title = '', onTitle }: TitleSearchProps) {
  const [typed, setTyped] = useState(title);
  const apply = useDebouncedCallback((next: string) => {
    onTitle(next.trim() === '' ? undefined : next.trim());
  }, 250);
  return (
    <TextInput
      type="search"
      w={240}
      aria-label={t('projects.search')}
      placeholder={t('projects.search')}
      leftSection={<IconSearch size={16} />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('projects.clearSearch')}
            onClick={() => {
              setTyped('');
              onTitle(undefined);
            }}
          />
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}
