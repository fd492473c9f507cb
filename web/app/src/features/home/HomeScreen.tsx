import { Button, Group, Text, Title } from '@mantine/core';
import { IconApi, IconFolderPlus, IconKey, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorState } from '../../shared/ErrorState';
import { LinkButton } from '../../shared/LinkButton';
import { projectListQuery, versionQuery } from '../../shared/queries';
import { InviteDialog } from '../organization/InviteDialog';
import { ProjectTable } from '../projects/ProjectTable';
import classes from './home.module.css';

/** Where a day begins: the latest projects, and what else one may look for. */
export function HomeScreen() {
  const recent = useQuery(projectListQuery({ page: 1, pageSize: 10 }));
  const version = useQuery(versionQuery);
  const [inviting, setInviting] = useState(false);
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <Title order={1}>{t('home.recent')}</Title>
        <Link to="/projects">{t('home.viewAll')}</Link>
        <Group gap="sm" ml="auto">
          <Button
            variant="default"
            leftSection={<IconUserPlus size={16} />}
            onClick={() => {
              setInviting(true);
            }}
          >
            {t('home.invite')}
          </Button>
          <LinkButton to="/projects/create" leftSection={<IconPlus size={16} />}>
            {t('projects.create')}
          </LinkButton>
        </Group>
      </header>
      {recent.error ? (
        <ErrorState error={recent.error} onRetry={() => void recent.refetch()} />
      ) : recent.data?.count === 0 ? (
        <EmptyState icon={<IconFolderPlus size={32} />} title={t('projects.empty.title')}>
          {t('projects.empty.text')}
        </EmptyState>
      ) : (
        <ProjectTable projects={recent.data?.results} />
      )}
      <section className={classes.resources} aria-labelledby="home-resources">
        <Title order={2} id="home-resources">
          {t('home.resources')}
        </Title>
        <ul>
          <li>
            <IconApi size={20} aria-hidden />
            <div>
              <a href="/docs/api">{t('home.apiReference')}</a>
              <Text c="dimmed">{t('home.apiReference.hint')}</Text>
            </div>
          </li>
          <li>
            <IconKey size={20} aria-hidden />
            <div>
              <Link to="/user/account/legacy-token">{t('home.token')}</Link>
              <Text c="dimmed">{t('home.token.hint')}</Text>
            </div>
          </li>
        </ul>
      </section>
      <Text fz="sm" c="dimmed">
        {version.data ? t('home.version', { version: version.data.release }) : ' '}
      </Text>
      {inviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </div>
  );
}
