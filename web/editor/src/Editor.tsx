import { useEffect, useLayoutEffect, useMemo, useState, type JSX } from 'react';
import { LocalKeys } from './commands/localKeys';
import { compileConfig, type LabelingConfig } from './config/compile';
import { ConfigSyntaxError, parseConfig } from './config/parse';
import { translator } from './messages';
import { createActions } from './state/actions';
import { AnchorRegistry } from './state/anchors';
import { EditorContext, type EditorContextValue } from './state/context';
import { EditorCore } from './state/core';
import { Shell } from './shell/Shell';
import { tagComponents } from './tags/registry';
import { withInterfaces } from './interfaces';
import type { EditorProps } from './types';
import './style.css';

/**
 * The labeling editor: one task with its annotations and predictions. Fills its container. Another task, or another
 * config, starts anew; everything else may change while it is open.
 */
export function Editor(given: EditorProps): JSX.Element {
  const options = useMemo(() => withInterfaces(given.options), [given.options]);
  const props = useMemo(() => ({ ...given, options }), [given, options]);
  return <LoadedEditor key={`${props.task.id}\n${props.config}`} props={props} />;
}

function LoadedEditor({ props }: { props: EditorProps }): JSX.Element {
  const [parts] = useState(() => {
    const core = new EditorCore(props, compileOrExplain(props.config, props.task.data));
    return { core, actions: createActions(core), anchors: new AnchorRegistry(), localKeys: new LocalKeys() };
  });
  const { core, actions } = parts;

  useEffect(() => {
    actions.receive(props);
  }, [actions, props]);

  // Before the app's own effects end: it takes what it is told here with it.
  useLayoutEffect(() => {
    const tell = (): void => core.tellNow();
    addEventListener('pagehide', tell);
    return () => {
      removeEventListener('pagehide', tell);
      tell();
    };
  }, [core]);

  useEffect(() => {
    const { options, onSelectAnnotation } = core.props;
    onSelectAnnotation?.(core.tab.ref);
    if (options.selectedRegion !== undefined && core.content.document.entries[options.selectedRegion]) {
      actions.select([options.selectedRegion]);
    }
    if (options.showInstruction === true && options.instruction?.trim())
      actions.openDialog({ kind: 'instructions' });
  }, [core, actions]);

  const t = useMemo(() => translator(props.messages, props.locale ?? 'en'), [props.messages, props.locale]);
  const value = useMemo<EditorContextValue>(
    () => ({ ...parts, tags: tagComponents, props, t }),
    [parts, props, t],
  );
  return (
    <EditorContext value={value}>
      <Shell />
    </EditorContext>
  );
}

/** A config that cannot even be read is shown as one with an error. */
function compileOrExplain(xml: string, data: Record<string, unknown>): LabelingConfig {
  try {
    return compileConfig(parseConfig(xml), data);
  } catch (error) {
    if (!(error instanceof ConfigSyntaxError)) throw error;
    const empty = compileConfig({ tag: 'view', tagName: 'View', attrs: {}, children: [], markup: '' }, data);
    return { ...empty, issues: [{ severity: 'error', code: 'syntax', text: error.message }] };
  }
}
