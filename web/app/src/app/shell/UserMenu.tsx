import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconApi, IconLogout, IconSettings, IconUsers } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '../../messages';
import { currentUserQuery } from '../../shared/queries';
import { UserAvatar } from '../../shared/UserAvatar';
import { userName } from '../../shared/userName';
import { logOut } from '../auth/logOut';
import classes from './shell.module.css';

export function UserMenu() {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const leave = useMutation({ mutationFn: logOut });
  const name = userName(user);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('shell.user', { name })}>
          <UserAvatar user={user} size={28} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fz="md" fw={500} c="var(--gs-text)" truncate>
            {name}
          </Text>
          <Text fz="xs" truncate>
            {user.active_organization_meta.title}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/user/account/personal-info" leftSection={<IconSettings size={16} />}>
          {t('shell.account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/organization" leftSection={<IconUsers size={16} />}>
          {t('shell.organization')}
        </Menu.Item>
        <Menu.Item component="a" href="/docs/api" target="_blank" leftSection={<IconApi size={16} />}>
          {t('shell.apiReference')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => {
            leave.mutate();
          }}
        >
          {t('shell.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
