import { Group, Pagination as Pages, Select, Text } from '@mantine/core';
import { t } from '../messages';

const sizes = ['10', '30', '50', '100'];

const controlLabels = {
  first: t('pagination.first'),
  previous: t('pagination.previous'),
  next: t('pagination.next'),
  last: t('pagination.last'),
};

interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}

/** The pages of a list; nothing while everything fits the smallest page. */
export function Pagination({ page, pageSize, total, onPage, onPageSize }: PaginationProps) {
  if (total <= Number(sizes[0])) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <Group component="nav" aria-label={t('pagination.label')} justify="space-between" gap="lg">
      <Text fz="sm" c="dimmed" className="gs-number">
        {t('pagination.range', { from, to: Math.min(total, page * pageSize), total })}
      </Text>
      <Group gap="lg">
        <Group gap="sm">
          <Text fz="sm" c="dimmed" aria-hidden>
            {t('pagination.size')}
          </Text>
          <Select
            aria-label={t('pagination.size')}
            w={80}
            data={sizes}
            value={String(pageSize)}
            allowDeselect={false}
            onChange={(size) => {
              onPageSize(Number(size));
            }}
          />
        </Group>
        <Pages
          total={Math.ceil(total / pageSize)}
          value={page}
          onChange={onPage}
          size="sm"
          getItemProps={(number) => ({ 'aria-label': t('pagination.page', { number }) })}
          getControlProps={(control) => ({ 'aria-label': controlLabels[control] })}
        />
      </Group>
    </Group>
  );
}
