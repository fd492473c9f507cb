import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPin, IconPinnedOff, IconSettings, IconTag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../../messages';
import type { ListedProject } from '../../shared/queries';
import { usePinProject } from './usePinProject';

/** What can be done with a project from the list. */
export function ProjectMenu({ project }: { project: ListedProject }) {
  const pin = usePinProject();
  const title = project.title || t('projects.untitled');
  const pinned = project.pinned_at !== null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('projects.menu', { title })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          renderRoot={(props) => (
            <Link
              to="/projects/$projectId/data"
              params={{ projectId: project.id }}
              search={{ labeling: 1 }}
              {...props}
            />
          )}
          leftSection={<IconTag size={16} />}
        >
          {t('projects.menu.label')}
        </Menu.Item>
        <Menu.Item
          renderRoot={(props) => (
            <Link to="/projects/$projectId/settings" params={{ projectId: project.id }} {...props} />
          )}
          leftSection={<IconSettings size={16} />}
        >
          {t('projects.menu.settings')}
        </Menu.Item>
        <Menu.Item
          leftSection={pinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />}
          onClick={() => {
            pin.mutate({ id: project.id, pinned: !pinned });
          }}
        >
          {pinned ? t('projects.menu.unpin') : t('projects.menu.pin')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
