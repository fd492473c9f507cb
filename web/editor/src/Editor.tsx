import { useMemo, type JSX } from 'react';
import { parseConfig } from './config/parse';
import type { EditorProps } from './types';

/** The labeling editor: one task with its annotations and predictions. Fills its container. */
export function Editor({ config, task }: EditorProps): JSX.Element {
  const root = useMemo(() => parseConfig(config), [config]);
  return (
    <section className="gs-editor" aria-label={`Task ${task.id}`} data-root={root.tag}>
      <output>{task.id}</output>
    </section>
  );
}
