import { useContext, type ComponentType, type JSX } from 'react';
import { VisibleContext } from '../commands/localKeys';
import { attrText } from '../config/attributes';
import type { LabelingConfig } from '../config/compile';
import type { ConfigNode } from '../config/parse';
import { useConfig, useEditor, useVisible } from '../state/context';
import { PairwiseSide, sideOf } from './pairwise/PairwiseSide';
import { UnsupportedTag } from './unsupported/UnsupportedTag';

export interface TagProps {
  node: ConfigNode;
}

/** Component of each tag, by its lower-case name. */
export type TagComponents = Readonly<Record<string, ComponentType<TagProps>>>;

/** Draws a tag with whatever component is there for it, or says that there is none. */
export function TagView({ node }: TagProps): JSX.Element | null {
  const { tags } = useEditor();
  const config = useConfig();
  const visible = useVisible(node);
  const surrounding = useContext(VisibleContext);
  if (isInDetails(node, config)) return null;
  if (!visible && node.attrs['perregion'] === true) return null;
  const Tag = (Object.hasOwn(tags, node.tag) ? tags[node.tag] : undefined) ?? UnsupportedTag;
  const compared = sideOf(node, config);
  const shown = compared ? (
    <PairwiseSide {...compared}>
      <Tag node={node} />
    </PairwiseSide>
  ) : (
    <Tag node={node} />
  );
  const conditional = node.attrs['visiblewhen'] !== undefined || node.attrs['whenchoicevalue'] !== undefined;
  if (!conditional) return shown;
  // Hidden tags stay mounted: what was typed or scrolled in them is still there when they come back.
  return (
    <VisibleContext value={surrounding && visible}>
      <div className="gs-conditional" hidden={!visible}>
        {shown}
      </div>
    </VisibleContext>
  );
}

export function TagChildren({ node }: TagProps): JSX.Element[] {
  return node.children.map((child, index) => <TagView key={attrText(child, 'name') ?? index} node={child} />);
}

/**
 * Whether a perRegion control is shown in the details of the selected region. One that the config places in a block
 * of its own for selected regions, or asks to be shown in place, stays where it is written.
 */
export function isInDetails(node: ConfigNode, config: LabelingConfig): boolean {
  if (node.attrs['perregion'] !== true) return false;
  if (node.attrs['displaymode'] === 'tag') return false;
  for (let parent = config.parents.get(node); parent !== undefined; parent = config.parents.get(parent)) {
    if (parent.attrs['visiblewhen'] === 'region-selected') return false;
  }
  return true;
}
