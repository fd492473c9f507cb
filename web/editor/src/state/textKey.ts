import type { ValueScope } from '../model/edit';

/** Key of a text area's unfinished text: its control, and the region or item it belongs to. */
export function textKey(control: string, { regionId, item }: ValueScope = {}): string {
  return JSON.stringify([control, regionId ?? null, item ?? null]);
}

export function parseTextKey(key: string): { control: string; scope: ValueScope } {
  const [control, regionId, item]: [string, string | null, number | null] = JSON.parse(key);
  return { control, scope: { ...(regionId !== null && { regionId }), ...(item !== null && { item }) } };
}
