import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { t } from '../../messages';

const schemes = [
  { value: 'auto', label: t('shell.theme.auto'), Icon: IconDeviceDesktop },
  { value: 'light', label: t('shell.theme.light'), Icon: IconSun },
  { value: 'dark', label: t('shell.theme.dark'), Icon: IconMoon },
] as const satisfies { value: MantineColorScheme; label: string; Icon: unknown }[];

export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { Icon } = schemes.find(({ value }) => value === colorScheme) ?? schemes[0];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('shell.theme')} title={t('shell.theme')}>
          <Icon size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            leftSection={<scheme.Icon size={16} />}
            rightSection={scheme.value === colorScheme && <IconCheck size={14} />}
            role="menuitemradio"
            aria-checked={scheme.value === colorScheme}
            onClick={() => {
              setColorScheme(scheme.value);
            }}
          >
            {scheme.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
