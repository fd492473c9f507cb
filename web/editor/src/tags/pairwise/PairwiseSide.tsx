import type { JSX, MouseEvent, ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { attrText } from '../../config/attributes';
import type { ControlTag, LabelingConfig } from '../../config/compile';
import type { ConfigNode } from '../../config/parse';
import { useAnswer, useTranslate } from '../../state/context';
import { readStyle } from '../style';

export type Side = 'left' | 'right';

/** The comparison an object is one side of; `null` for other tags. */
export function sideOf(node: ConfigNode, config: LabelingConfig): { control: ControlTag; side: Side } | null {
  const name = attrText(node, 'name');
  if (name === undefined || !config.objects.has(name)) return null;
  for (const control of config.controls.values()) {
    if (control.tag !== 'pairwise') continue;
    const at = control.toNames.map((other) => other.trim()).indexOf(name);
    if (at >= 0) return { control, side: at === 0 ? 'left' : 'right' };
  }
  return null;
}

interface PairwiseSideProps {
  control: ControlTag;
  side: Side;
  children: ReactNode;
}

/** One of two objects that are compared: a click on it picks it, another one takes that back. */
export function PairwiseSide({ control, side, children }: PairwiseSideProps): JSX.Element {
  const t = useTranslate();
  const answer = useAnswer(control);
  const picked = answer.value === side;
  const toggle = (): void => {
    if (!answer.disabled) answer.set(picked ? undefined : side);
  };
  // What is on the card has clicks of its own, and dragging over a text selects it.
  const onClick = (event: MouseEvent): void => {
    const own =
      event.target instanceof Element &&
      event.target.closest('button, a, input, textarea, select, label, summary');
    if (!own && (window.getSelection()?.isCollapsed ?? true)) toggle();
  };
  const { node } = control;
  const className = attrText(node, side === 'left' ? 'leftclass' : 'rightclass') ?? '';
  return (
    <div
      className={`gs-pairwise ${className}`.trim()}
      data-picked={picked || undefined}
      style={picked ? readStyle(node.attrs['selectionstyle']) : undefined}
      onClick={onClick}
    >
      <button
        type="button"
        className="gs-pairwise-pick"
        aria-pressed={picked}
        disabled={answer.disabled}
        onClick={toggle}
      >
        {picked && <IconCheck size={14} aria-hidden />}
        {t(side === 'left' ? 'pickLeft' : 'pickRight')}
      </button>
      {children}
    </div>
  );
}
