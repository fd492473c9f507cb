import type { Json } from '@goldset/api';
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { t } from '../../messages';
import { usersQuery } from '../../shared/queries';
import { userName } from '../../shared/userName';
import classes from './dataManager.module.css';
import type { Column, ColumnType } from './model/columns';
import { toLocalDate, toServerDate, valueInputOf } from './model/filters';

interface FilterValueProps {
  type: ColumnType;
  operator: string;
  column: Column | undefined;
  value: Json;
  onChange: (value: Json) => void;
}

const inPlace = { withinPortal: false } as const;

/** The value of a condition, entered in the way its column and operator ask for. */
export function FilterValue({ type, operator, column, value, onChange }: FilterValueProps) {
  const range = rangeOf(value);
  switch (valueInputOf(type, operator, column?.multiple ?? false)) {
    case 'text':
      return <TextValue value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    case 'number':
      return <NumberValue label={t('data.filters.value')} value={value} onChange={onChange} />;
    case 'numberRange':
      return (
        <div className={classes.range}>
          <NumberValue
            label={t('data.filters.from')}
            value={range.min}
            onChange={(min) => {
              onChange({ ...range, min });
            }}
          />
          <NumberValue
            label={t('data.filters.to')}
            value={range.max}
            onChange={(max) => {
              onChange({ ...range, max });
            }}
          />
        </div>
      );
    case 'date':
      return <DateValue label={t('data.filters.value')} value={value} onChange={onChange} />;
    case 'dateRange':
      return (
        <div className={classes.range} data-stacked>
          <DateValue
            label={t('data.filters.from')}
            value={range.min}
            onChange={(min) => {
              onChange({ ...range, min });
            }}
          />
          <DateValue
            label={t('data.filters.to')}
            value={range.max}
            onChange={(max) => {
              onChange({ ...range, max });
            }}
          />
        </div>
      );
    case 'boolean':
      return (
        <Select
          aria-label={t('data.filters.value')}
          data={[
            { value: 'true', label: t('data.filters.yes') },
            { value: 'false', label: t('data.filters.no') },
          ]}
          value={value === null || value === undefined ? null : String(value).toLowerCase()}
          comboboxProps={inPlace}
          allowDeselect={false}
          onChange={(chosen) => {
            if (chosen !== null) onChange(chosen === 'true');
          }}
        />
      );
    case 'item':
    case 'items':
      return <ItemValue column={column} value={value} onChange={onChange} />;
  }
}

interface ValueProps {
  label: string;
  value: unknown;
  onChange: (value: Json) => void;
}

/** Keeps what is typed at hand while the change travels. */
function TextValue({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      aria-label={t('data.filters.value')}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

function NumberValue({ label, value, onChange }: ValueProps) {
  return (
    <NumberInput
      aria-label={label}
      placeholder={label}
      hideControls
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={(number) => {
        onChange(typeof number === 'number' ? number : null);
      }}
    />
  );
}

function DateValue({ label, value, onChange }: ValueProps) {
  const [text, setText] = useState(() => toLocalDate(value));
  return (
    <TextInput
      type="datetime-local"
      aria-label={label}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(toServerDate(event.currentTarget.value));
      }}
    />
  );
}

/** Picks from what a list column may hold: people by name, anything else as it is. */
function ItemValue({ column, value, onChange }: Omit<ValueProps, 'label'> & { column: Column | undefined }) {
  const users = useQuery(usersQuery).data;
  const items = column?.items ?? [];
  const options = items.map((item) => {
    const user = typeof item === 'number' ? users?.find((candidate) => candidate.id === item) : undefined;
    return { value: String(item), label: user ? userName(user) : String(item) };
  });
  const original = (text: string) => items.find((item) => String(item) === text) ?? text;
  if (column?.multiple) {
    return (
      <MultiSelect
        aria-label={t('data.filters.value')}
        data={options}
        searchable
        comboboxProps={inPlace}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(chosen) => {
          onChange(chosen.map(original));
        }}
      />
    );
  }
  return (
    <Select
      aria-label={t('data.filters.value')}
      data={options}
      searchable
      comboboxProps={inPlace}
      value={value === null || value === undefined ? null : String(value)}
      onChange={(chosen) => {
        onChange(chosen === null ? null : original(chosen));
      }}
    />
  );
}

function rangeOf(value: Json): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
