import { useMemo, type JSX, type ReactNode } from 'react';
import { attrFlag, attrText } from '../../config/attributes';
import type { ControlTag, LabelDefinition } from '../../config/compile';
import type { ConfigNode } from '../../config/parse';
import { tagInfo } from '../../config/language';
import { blankLabel } from '../../state/actions/regionElements';
import { useActions, useControl, useEditable, useEditorState, useTranslate } from '../../state/context';
import { pickedLabels } from '../../state/selectors';
import { useFilter } from '../filter/filters';
import { readStyle } from '../style';
import { TagView, type TagProps } from '../TagView';
import { LabelChip } from './LabelChip';

/** Labels of a control: pick one to draw with it, or to relabel the selected regions. */
export function LabelsTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  if (control === undefined) return null;
  return <LabelList node={node} control={control} />;
}

function LabelList({ node, control }: TagProps & { control: ControlTag }): JSX.Element {
  const t = useTranslate();
  const inline = attrFlag(node, 'showinline', true);
  const byNode = useMemo(() => new Map(control.labels.map((label) => [label.node, label])), [control]);
  return (
    <div
      role="group"
      aria-label={`${tagInfo(node.tag)?.name ?? node.tagName} ${control.name}`}
      className={`gs-labels ${attrText(node, 'classname') ?? ''}`.trim()}
      data-inline={inline}
      style={readStyle(node.attrs['style'])}
    >
      {node.children.map((child, index) => (
        <LabelNode key={index} node={child} control={control} labels={byNode} />
      ))}
      {attrFlag(node, 'allowempty') && (
        <PickableLabel control={control} name={blankLabel} title={t('blankLabel')} />
      )}
    </div>
  );
}

interface LabelNodeProps {
  node: ConfigNode;
  control: ControlTag;
  labels: ReadonlyMap<ConfigNode, LabelDefinition>;
}

/** A label, or a View with labels in it. */
function LabelNode({ node, control, labels }: LabelNodeProps): ReactNode {
  const t = useTranslate();
  const filter = useFilter(control.name);
  const label = labels.get(node);
  if (label !== undefined) {
    if (!filter(label.title)) return null;
    return (
      <PickableLabel
        control={control}
        name={label.name}
        title={label.title || t('blankLabel')}
        label={label}
      />
    );
  }
  if (node.tag !== 'view') return <TagView node={node} />;
  return (
    <div
      className={`gs-view ${attrText(node, 'classname') ?? ''}`.trim()}
      style={readStyle(node.attrs['style'])}
    >
      {node.children.map((child, index) => (
        <LabelNode key={index} node={child} control={control} labels={labels} />
      ))}
    </div>
  );
}

function PickableLabel({
  control,
  name,
  title,
  label,
}: {
  control: ControlTag;
  name: string;
  title: string;
  label?: LabelDefinition;
}): JSX.Element {
  const actions = useActions();
  const editable = useEditable();
  const picked = useEditorState((state) => pickedLabels(state, control.name).includes(name));
  return (
    <LabelChip
      title={title}
      label={label}
      picked={picked}
      disabled={!editable}
      onPick={() => actions.toggleLabel(control.name, name)}
    />
  );
}
