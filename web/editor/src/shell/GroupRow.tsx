import type { JSX } from 'react';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useActions, useTranslate, useView } from '../state/context';
import { IconButton } from './IconButton';
import type { RegionRow } from './regionRows';

/** Head of the regions of one label. */
export function GroupRow({ row }: { row: Extract<RegionRow, { kind: 'group' }> }): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const hidden = useView((view) => row.ids.every((id) => view.hidden[id] === true));
  const label = row.label === '' ? t('noLabel') : row.label;
  return (
    <div role="listitem" className="gs-group-row">
      <span className="gs-group-label">{label}</span>
      <span className="gs-count">{row.ids.length}</span>
      <span className="gs-spacer" />
      <IconButton
        icon={hidden ? IconEyeOff : IconEye}
        label={hidden ? t('showGroup', { label }) : t('hideGroup', { label })}
        size={14}
        onClick={() => actions.toggleHidden(row.ids)}
      />
    </div>
  );
}
