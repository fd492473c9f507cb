import type { ExportFormat } from '@goldset/api';
import { Radio, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';

import { t } from '../../messages';
import classes from './export.module.css';
import { arrangeFormats, describeFormat } from './formats';

interface FormatPickerProps {
  formats: readonly ExportFormat[];
  value: string;
  onChange: (name: string) => void;
}

/** Formats as cards, those that fit the project first. */
export function FormatPicker({ formats, value, onChange }: FormatPickerProps) {
  const [search, setSearch] = useState('');
  const { fitting, others } = arrangeFormats(formats, search);
  return (
    <div className={classes.picker}>
      <TextInput
        aria-label={t('export.search')}
        placeholder={t('export.search')}
        leftSection={<IconSearch size={16} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <Radio.Group
        label={<VisuallyHidden>{t('export.format')}</VisuallyHidden>}
        labelProps={{ className: classes.unseen }}
        value={value}
        onChange={onChange}
        className={classes.scroll}
      >
        <FormatSection title={t('export.fitting')} formats={fitting} value={value} />
        <FormatSection title={t('export.others')} formats={others} value={value} />
        <Text c="dimmed" role="status">
          {fitting.length + others.length === 0 ? t('export.noFormat', { search }) : ''}
        </Text>
      </Radio.Group>
    </div>
  );
}

interface FormatSectionProps {
  title: string;
  formats: readonly ExportFormat[];
  value: string;
}

function FormatSection({ title, formats, value }: FormatSectionProps) {
  const id = useId();
  if (formats.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {title}
      </h3>
      <div className={classes.formats}>
        {formats.map((format) => (
          <FormatCard key={format.name} format={format} checked={format.name === value} />
        ))}
      </div>
    </section>
  );
}

function FormatCard({ format, checked }: { format: ExportFormat; checked: boolean }) {
  const disabled = format.disabled ?? false;
  const { about, drops } = describeFormat(format);
  return (
    <Radio.Card
      value={format.name}
      disabled={disabled}
      className={classes.card}
      data-checked={checked || undefined}
      data-autofocus={checked || undefined}
    >
      <Radio.Indicator disabled={disabled} />
      <div>
        <div className={classes.title}>{format.title}</div>
        <div className={classes.about}>{about}</div>
        {drops !== '' && <div className={classes.drops}>{t('export.drops', { what: drops })}</div>}
      </div>
    </Radio.Card>
  );
}
