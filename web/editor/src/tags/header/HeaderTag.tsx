import type { JSX } from 'react';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import { resolveText } from '../../config/variables';
import { useConfig } from '../../state/context';
import { readStyle } from '../style';
import type { TagProps } from '../TagView';

/** A heading; `size` goes from 1 (largest) to 5 and is only a matter of looks. */
export function HeaderTag({ node }: TagProps): JSX.Element {
  const { data } = useConfig();
  const size = Math.min(5, Math.max(1, Math.round(attrNumber(node, 'size') ?? 4)));
  return (
    <div
      role="heading"
      aria-level={2}
      className={`gs-header ${attrText(node, 'classname') ?? ''}`.trim()}
      data-size={size}
      data-underline={attrFlag(node, 'underline')}
      style={readStyle(node.attrs['style'])}
    >
      {resolveText(node.attrs['value'], data)}
    </div>
  );
}
