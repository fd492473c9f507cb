import type { JSX } from 'react';
import { attrText } from '../../config/attributes';
import { readStyle } from '../style';
import { TagChildren, type TagProps } from '../TagView';

/** A box around other tags. */
export function ViewTag({ node }: TagProps): JSX.Element {
  const inline = attrText(node, 'display') === 'inline';
  const written = attrText(node, 'classname') ?? '';
  return (
    <div
      id={attrText(node, 'idattr')}
      className={`gs-view ${inline ? 'gs-view-inline' : ''} ${written}`.trim()}
      style={readStyle(node.attrs['style'])}
    >
      <TagChildren node={node} />
    </div>
  );
}
