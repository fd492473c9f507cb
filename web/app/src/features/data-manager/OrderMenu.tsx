import { ActionIcon, Group, Select } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';

import { t } from '../../messages';
import { groupedColumns } from './FilterMenu';
import type { Column } from './model/columns';
import type { Ordering } from './model/views';

interface OrderMenuProps {
  columns: readonly Column[];
  ordering: Ordering | null;
  onChange: (ordering: Ordering | null) => void;
}

/** By what the tasks are ordered, and in which direction. */
export function OrderMenu({ columns, ordering, onChange }: OrderMenuProps) {
  const Icon = ordering?.descending ? IconSortDescending : IconSortAscending;
  const direction = t(ordering?.descending ? 'data.order.descending' : 'data.order.ascending');
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        w={168}
        aria-label={t('data.order')}
        placeholder={t('data.order')}
        data={groupedColumns(columns)}
        value={ordering?.columnId ?? null}
        searchable
        clearable
        comboboxProps={{ width: 240, position: 'bottom-start' }}
        onChange={(columnId) => {
          onChange(columnId === null ? null : { columnId, descending: false });
        }}
      />
      <ActionIcon
        size={32}
        variant="default"
        disabled={ordering === null}
        aria-label={direction}
        title={direction}
        onClick={() => {
          if (ordering) onChange({ ...ordering, descending: !ordering.descending });
        }}
      >
        <Icon size={16} />
      </ActionIcon>
    </Group>
  );
}
