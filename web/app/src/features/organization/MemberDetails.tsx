import { api, type OrganizationMember, type ProjectLink } from '@goldset/api';
import { ActionIcon, Button, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { RelativeTime } from '../../shared/RelativeTime';
import { UserAvatar } from '../../shared/UserAvatar';
import { userName } from '../../shared/userName';
import classes from './organization.module.css';

interface MemberDetailsProps {
  member: OrganizationMember;
  /** The signed-in user may remove this member. */
  removable: boolean;
  onClose: () => void;
}

/** One person: how to reach them and what they work on. */
export function MemberDetails({ member: { user, organization }, removable, onClose }: MemberDetailsProps) {
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const name = userName(user);
  return (
    <aside className={classes.details} aria-label={name}>
      <div className={classes.detailsHead}>
        <UserAvatar user={user} size={56} />
        <ActionIcon aria-label={t('common.close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <Title order={2}>{name}</Title>
      <a href={`mailto:${user.email}`}>{user.email}</a>
      <dl>
        <dt>{t('member.userId')}</dt>
        <dd>{user.id}</dd>
        {user.phone !== '' && (
          <>
            <dt>{t('member.phone')}</dt>
            <dd>{user.phone}</dd>
          </>
        )}
        <dt>{t('organization.column.activity')}</dt>
        <dd>
          <RelativeTime value={user.last_activity} />
        </dd>
        <dt>{t('member.created')}</dt>
        <dd>
          <ProjectLinks projects={user.created_projects ?? []} />
        </dd>
        <dt>{t('member.contributed')}</dt>
        <dd>
          <ProjectLinks projects={user.contributed_to_projects ?? []} />
        </dd>
      </dl>
      {removable && (
        <Button
          variant="outline"
          color="bad"
          onClick={() => {
            setRemoving(true);
          }}
        >
          {t('member.remove')}
        </Button>
      )}
      {removing && (
        <ConfirmDialog
          title={t('member.remove.title', { name })}
          confirm={t('member.remove.confirm')}
          danger
          onConfirm={async () => {
            await api.del('/api/organizations/{id}/memberships/{userId}/', {
              path: { id: organization, userId: user.id },
            });
            await queryClient.invalidateQueries({ queryKey: ['members'] });
            onClose();
          }}
          onClose={() => {
            setRemoving(false);
          }}
        >
          {t('member.remove.text')}
        </ConfirmDialog>
      )}
    </aside>
  );
}

function ProjectLinks({ projects }: { projects: readonly ProjectLink[] }) {
  if (projects.length === 0) return t('member.none');
  return (
    <ul>
      {projects.map((project) => (
        <li key={project.id}>
          <Link to="/projects/$projectId/data" params={{ projectId: project.id }}>
            {project.title || t('projects.untitled')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
