import { en } from './en';
import { fill, type Message, type Parameters } from './format';

type Catalogue = typeof en;

export type MessageKey = keyof Catalogue;

/** The language of messages, numbers and dates. */
export const locale = 'en';

/** The text of a message, its placeholders filled: `t('projects.taskCount', { count: 5 })`. */
export function t<Key extends MessageKey>(key: Key, ...values: Parameters<Catalogue[Key]>): string {
  return fill(en[key] as Message, values[0] ?? {}, locale);
}
