import { t } from '../../messages';

const reasons = [
  'skipped_annotation',
  'relation',
  'unknown_control',
  'no_value',
  'reserved_name',
  'saved_meanwhile',
  'not_in_format',
  'no_label',
  'no_geometry',
  'no_image_size',
  'no_file',
  'replaced',
  'superseded',
  'broken_mask',
  'empty_mask',
  'no_token',
] as const;

/** Why regions are left out of an export; reasons unknown here are told by their name. */
export function leftOutText(reason: string): string {
  const known = reasons.find((name) => name === reason);
  return known === undefined ? reason.replaceAll('_', ' ') : t(`export.leftOut.${known}`);
}
