import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

import { t } from '../../messages';
import classes from './dataManager.module.css';

interface SearchBoxProps {
  value: string;
  onChange: (words: string) => void;
}

/** How long typing rests before it is searched. */
const REST_MS = 300;

/** Words that all fields of the task data are searched for. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [searched, setSearched] = useState(value);
  const search = useDebouncedCallback((words: string) => {
    setSearched(words.trim());
    if (words.trim() !== value) onChange(words.trim());
  }, REST_MS);
  // Somebody else has cleared the search.
  if (searched !== value && text.trim() === searched) {
    setSearched(value);
    setText(value);
  }
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={t('data.search')}
      placeholder={t('data.search')}
      maxLength={200}
      leftSection={<IconSearch size={14} />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('data.search.clear')}
            onClick={() => {
              setText('');
              search.cancel();
              setSearched('');
              if (value !== '') onChange('');
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search.flush();
      }}
    />
  );
}
