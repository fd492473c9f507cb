import type { MessageOverrides } from '../types';
import { en } from './en';
import { fill } from './format';

export type MessageKey = keyof typeof en;

/** Gives the text of a message with its placeholders filled. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** A text before it is put into the reader's language; plain strings were written by people and stay as they are. */
export type Wording =
  | string
  | {
      readonly key: MessageKey;
      /** Lists of wordings are joined with commas. */
      readonly values?: Readonly<Record<string, string | number | readonly Wording[]>>;
    };

/** Texts in English, or the app's own where it gives them. */
export function translator(overrides: MessageOverrides | undefined, locale: string): Translate {
  return (key, values = {}) => fill(overrides?.[key] ?? en[key], values, locale);
}

/** Puts a wording into the reader's language. */
export function say(t: Translate, wording: Wording): string {
  if (typeof wording === 'string') return wording;
  const values = Object.entries(wording.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.map((part) => say(t, part)).join(', ') : value,
  ]);
  return t(wording.key, Object.fromEntries(values));
}
