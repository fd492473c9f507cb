import { useId, type JSX } from 'react';
import { attrFlag, attrText } from '../../config/attributes';
import { resolveText } from '../../config/variables';
import { useConfig } from '../../state/context';
import { TagChildren, type TagProps } from '../TagView';

/** Folding sections; with `accordion` only one of them is open. */
export function CollapseTag({ node }: TagProps): JSX.Element {
  const { data } = useConfig();
  const group = useId();
  const accordion = attrFlag(node, 'accordion', true);
  const panels = node.children.filter(({ tag }) => tag === 'panel');
  const opened = panels.filter((panel) => attrFlag(panel, 'open', attrFlag(node, 'open')));
  const open = new Set(accordion ? opened.slice(0, 1) : opened);
  return (
    <div className="gs-collapse" data-bordered={attrFlag(node, 'bordered')}>
      {panels.map((panel, index) => (
        <details
          key={attrText(panel, 'name') ?? index}
          name={accordion ? group : undefined}
          open={open.has(panel)}
        >
          <summary>{resolveText(panel.attrs['value'], data)}</summary>
          <div className="gs-panel-body">
            <TagChildren node={panel} />
          </div>
        </details>
      ))}
    </div>
  );
}
