import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { t } from '../../messages';

interface LabelButtonProps {
  projectId: number;
  selected: number;
  /** The labeling interface has something to label with. */
  ready: boolean;
  /** `queue`: the project's own order, or the selected tasks; `displayed`: the tab's filters and order. */
  onLabel: (tasks: 'queue' | 'displayed') => void;
}

/** The way into labeling. */
export function LabelButton({ projectId, selected, ready, onLabel }: LabelButtonProps) {
  const [explaining, setExplaining] = useState(false);
  const label = (tasks: 'queue' | 'displayed') => {
    if (ready) onLabel(tasks);
    else setExplaining(true);
  };
  return (
    <>
      <Button.Group>
        <Button
          onClick={() => {
            label('queue');
          }}
        >
          {selected > 0 ? t('data.label.some', { count: selected }) : t('data.label.all')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              px={6}
              aria-label={t('data.label.more')}
              style={{ borderLeft: '1px solid color-mix(in srgb, var(--gs-on-accent) 40%, transparent)' }}
            >
              <IconChevronDown size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                label('displayed');
              }}
            >
              <div>{t('data.label.displayed')}</div>
              <Text size="xs" c="dimmed">
                {t('data.label.displayed.detail')}
              </Text>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Modal
        opened={explaining}
        title={t('data.label.setup')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        onClose={() => {
          setExplaining(false);
        }}
      >
        <Stack gap="lg">
          <Text>{t('data.label.setup.text')}</Text>
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              onClick={() => {
                setExplaining(false);
              }}
            >
              {t('common.cancel')}
            </Button>
            <Button component={Link} to={`/projects/${projectId}/settings/labeling`}>
              {t('data.label.setup.go')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
