import { Button, Checkbox, Popover, ScrollArea, Text } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';

import { t } from '../../messages';
import classes from './dataManager.module.css';
import type { Column, Place } from './model/columns';

interface ColumnsMenuProps {
  columns: readonly Column[];
  place: Place;
  hidden: ReadonlySet<string>;
  onChange: (hidden: string[]) => void;
}

/** Which columns the table shows. */
export function ColumnsMenu({ columns, place, hidden, onChange }: ColumnsMenuProps) {
  const group = (title: string, isData: boolean) => {
    const members = columns.filter((column) => column.isData === isData);
    return (
      members.length > 0 && (
        <fieldset className={classes.columnGroup}>
          <legend>{title}</legend>
          {members.map((column) => (
            <Checkbox
              key={column.id}
              label={column.title}
              title={column.help}
              checked={!hidden.has(column.id)}
              onChange={(event) => {
                const next = new Set(hidden);
                if (event.currentTarget.checked) next.delete(column.id);
                else next.add(column.id);
                onChange([...next]);
              }}
            />
          ))}
        </fieldset>
      )
    );
  };
  return (
    <Popover position="bottom-start" width={280} trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          {t('data.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('data.columns')} p={0}>
        <ScrollArea.Autosize mah={440} type="auto">
          <div className={classes.columnMenu}>
            {place === 'labeling' && (
              <Text size="sm" c="dimmed" mb="xs">
                {t('data.columns.inLabeling')}
              </Text>
            )}
            {group(t('data.columns.fields'), true)}
            {group(t('data.columns.about'), false)}
          </div>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
