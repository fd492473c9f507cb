import { useMemo, type JSX } from 'react';
import type { TagProps } from '../TagView';
import { scopeCss } from './scope';

/** CSS of the config, confined to the task's area. */
export function StyleTag({ node }: TagProps): JSX.Element {
  const css = useMemo(() => scopeCss(node.markup), [node.markup]);
  return <style>{css}</style>;
}
