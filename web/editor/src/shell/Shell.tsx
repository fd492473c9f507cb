import { useRef, type JSX } from 'react';
import { useClipboard } from '../commands/useClipboard';
import { useHotkeys } from '../commands/useHotkeys';
import { isLabelsType, valueKeyOf } from '../config/language';
import { regionsOf } from '../model/document';
import { useConfig, useDocument, useEditor, useEditorState, useTranslate, useView } from '../state/context';
import { TagView } from '../tags/TagView';
import { BottomBar } from './BottomBar';
import { Dialogs } from './Dialogs';
import { ConfigErrors, Notices } from './Notices';
import { RegionDetails } from './RegionDetails';
import { RegionList } from './RegionList';
import { RelationList } from './RelationList';
import { RelationOverlay } from './RelationOverlay';
import { TopBar } from './TopBar';

/** The editor's frame: top line, task, side panel, bottom bar. */
export function Shell(): JSX.Element {
  const t = useTranslate();
  const editor = useEditor();
  const root = useRef<HTMLElement>(null);
  useHotkeys(editor, root);
  useClipboard(editor, root);
  return (
    <section
      ref={root}
      className="gs-editor"
      aria-label={t('editorName', { id: String(editor.props.task.id) })}
    >
      <TopBar />
      <div className="gs-middle">
        <Work />
        <SidePanel />
      </div>
      <BottomBar />
      <Dialogs />
    </section>
  );
}

/** Regions and all about them; left out where the config has no way to make any and there are none. */
function SidePanel(): JSX.Element | null {
  const t = useTranslate();
  const config = useConfig();
  const document = useDocument();
  const drawsRegions = [...config.controls.values()].some(
    ({ tag }) => isLabelsType(tag) || valueKeyOf(tag) === null,
  );
  if (!drawsRegions && regionsOf(document).length === 0) return null;
  return (
    <aside className="gs-panel" aria-label={t('panel')}>
      <RegionList />
      <RegionDetails />
      <RelationList />
    </aside>
  );
}

/** The task itself, drawn from the config. */
function Work(): JSX.Element {
  const t = useTranslate();
  const config = useConfig();
  const activeKey = useEditorState((state) => state.activeKey);
  const showing = useEditorState(
    (state) => state.tabs.find(({ ref }) => ref.key === state.activeKey)?.content?.showing,
  );
  const connecting = useView((view) => view.relationFrom !== null);
  const area = useRef<HTMLDivElement>(null);
  const errors = config.issues.filter(({ severity }) => severity === 'error');
  return (
    <section className="gs-work" id="gs-work" aria-label={t('work')} data-connecting={connecting}>
      <Notices />
      {connecting && (
        <div className="gs-notice gs-notice-mode" role="status">
          {t('relationMode')}
        </div>
      )}
      <div ref={area} className="gs-work-scroll">
        {errors.length > 0 ? (
          <ConfigErrors issues={errors} />
        ) : (
          <div className="gs-task">
            <TagView key={`${activeKey}/${showing ?? ''}`} node={config.root} />
            <RelationOverlay area={area} />
          </div>
        )}
      </div>
    </section>
  );
}
