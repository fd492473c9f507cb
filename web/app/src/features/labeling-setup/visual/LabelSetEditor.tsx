import { ActionIcon, Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../../../messages';
import { shortcut } from '../../../shared/shortcut';
import { labelPalette } from '../../../theme/labelPalette';
import { removeElement, setAttribute } from '../config/edit';
import { addItems, type LabelItem, type LabelSet } from './model';
import classes from './visual.module.css';

interface LabelSetEditorProps {
  set: LabelSet;
  /** The configuration's text. */
  text: string;
  onChange: (text: string) => void;
}

/** The labels or choices of one control: a list with colours, and a field to add more. */
export function LabelSetEditor({ set, text, onChange }: LabelSetEditorProps) {
  const [lines, setLines] = useState('');
  const labels = set.kind === 'labels';

  function add() {
    const changed = addItems(text, set, lines);
    if (changed !== text) onChange(changed);
    setLines('');
  }

  return (
    <section className={classes.section}>
      <Title order={2} fz={14} className={classes.heading}>
        {labels
          ? t('visual.labels', { count: set.items.length })
          : t('visual.choices', { count: set.items.length })}
        <Text span c="dimmed" ff="monospace" fz="sm">
          {set.name}
        </Text>
      </Title>
      {set.items.length > 0 && (
        <ul className={classes.items}>
          {set.items.map((item) => (
            <li key={item.element.from} className={classes.item}>
              {labels && (
                <ColorField
                  item={item}
                  onColor={(color) => {
                    onChange(setAttribute(text, item.element, 'background', color));
                  }}
                />
              )}
              <span className="gs-truncate" title={item.value}>
                {item.value}
              </span>
              <ActionIcon
                size={20}
                aria-label={t('visual.remove', { value: item.value })}
                onClick={() => {
                  onChange(removeElement(text, item.element));
                }}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {set.dynamic && (
        <Text c="dimmed" fz="sm">
          {t('visual.dynamic')}
        </Text>
      )}
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Textarea
          flex={1}
          autosize
          minRows={2}
          maxRows={8}
          label={
            labels ? t('visual.add.labels', { name: set.name }) : t('visual.add.choices', { name: set.name })
          }
          description={t('visual.add.hint', { key: shortcut('Ctrl+Enter') })}
          value={lines}
          onChange={(event) => {
            setLines(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              add();
            }
          }}
        />
        <Button variant="default" disabled={lines.trim() === ''} onClick={add} mb={24}>
          {t('visual.add')}
        </Button>
      </Group>
    </section>
  );
}

function ColorField({ item, onColor }: { item: LabelItem; onColor: (color: string) => void }) {
  const hex = /^#[\da-f]{6}$/i.test(item.color ?? '') ? item.color : undefined;
  return (
    <span className={classes.color} style={{ '--item-color': item.color ?? 'transparent' }}>
      <input
        type="color"
        aria-label={t('visual.color', { value: item.value })}
        title={t('visual.color', { value: item.value })}
        value={hex ?? labelPalette[0]}
        onChange={(event) => {
          onColor(event.currentTarget.value.toUpperCase());
        }}
      />
    </span>
  );
}
