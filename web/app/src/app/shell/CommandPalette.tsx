import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconFolder,
  IconPlus,
  IconSearch,
  IconSettings,
  IconTable,
  IconTag,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMatches, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { projectListQuery } from '../../shared/queries';
import { projectIdOf } from '../projectIdOf';

/** Goes anywhere by typing: projects by title, screens by name. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(false);
  const [title] = useDebouncedValue(query.trim(), 200);
  const navigate = useNavigate();
  const projectId = projectIdOf(useMatches());
  const projects = useQuery({
    ...projectListQuery({ page: 1, pageSize: 10, ...(title === '' ? {} : { title }) }),
    enabled: opened,
    placeholderData: keepPreviousData,
  });

  const here: SpotlightActionData[] =
    projectId === undefined
      ? []
      : [
          {
            id: 'data',
            label: t('palette.data'),
            leftSection: <IconTable size={18} />,
            onClick: () => void navigate({ to: '/projects/$projectId/data', params: { projectId } }),
          },
          {
            id: 'label',
            label: t('palette.label'),
            leftSection: <IconTag size={18} />,
            onClick: () =>
              void navigate({
                to: '/projects/$projectId/data',
                params: { projectId },
                search: { labeling: 1 },
              }),
          },
          {
            id: 'settings',
            label: t('palette.settings'),
            leftSection: <IconSettings size={18} />,
            onClick: () => void navigate({ to: '/projects/$projectId/settings', params: { projectId } }),
          },
          {
            id: 'labeling-setup',
            label: t('palette.labelingSetup'),
            leftSection: <IconSettings size={18} />,
            onClick: () =>
              void navigate({ to: '/projects/$projectId/settings/labeling', params: { projectId } }),
          },
        ];
  const everywhere: SpotlightActionData[] = [
    {
      id: 'create-project',
      label: t('projects.create'),
      leftSection: <IconPlus size={18} />,
      onClick: () => void navigate({ to: '/projects/create' }),
    },
    {
      id: 'projects',
      label: t('shell.projects'),
      leftSection: <IconFolder size={18} />,
      onClick: () => void navigate({ to: '/projects' }),
    },
    {
      id: 'organization',
      label: t('shell.organization'),
      leftSection: <IconUsers size={18} />,
      onClick: () => void navigate({ to: '/organization' }),
    },
    {
      id: 'account',
      label: t('shell.account'),
      leftSection: <IconUser size={18} />,
      onClick: () => void navigate({ to: '/user/account/personal-info' }),
    },
  ];
  const found: SpotlightActionData[] = (projects.data?.results ?? []).map((project) => ({
    id: `project-${String(project.id)}`,
    label: project.title || t('projects.untitled'),
    leftSection: <IconFolder size={18} />,
    onClick: () => void navigate({ to: '/projects/$projectId/data', params: { projectId: project.id } }),
  }));
  const groups: SpotlightActionGroupData[] = [
    { group: t('palette.here'), actions: here },
    { group: t('shell.projects'), actions: found },
    { group: t('palette.everywhere'), actions: everywhere },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => {
        setOpened(true);
      }}
      onSpotlightClose={() => {
        setOpened(false);
      }}
      shortcut="mod + K"
      highlightQuery
      limit={20}
      nothingFound={t('palette.nothing')}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.placeholder') } }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
