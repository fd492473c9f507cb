import type { MessageOverrides } from '../types';
import { en } from './en';
import { fill } from './format';

export type MessageKey = keyof typeof en;

/** Gives the text of a message with its placeholders filled. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Texts in English, or the app's own where it gives them. */
export function translator(overrides: MessageOverrides | undefined, locale = 'en'): Translate {
  return (key, values = {}) => fill(overrides?.[key] ?? en[key], values, locale);
}
