import { useMemo, useRef, type JSX } from 'react';
import { useClipboard } from '../commands/useClipboard';
import { useHotkeys } from '../commands/useHotkeys';
import { isLabelsType, valueKeyOf } from '../config/language';
import { regionsOf } from '../model/document';
import { useConfig, useDocument, useEditor, useEditorState, useTranslate, useView } from '../state/context';
import { TagView } from '../tags/TagView';
import { BottomBar } from './BottomBar';
import { CompareView } from './CompareView';
import { Dialogs } from './Dialogs';
import { HistoryPanel } from './HistoryPanel';
import { ConfigErrors, Notices } from './Notices';
import type { PanelName } from './panels/layout';
import { PanelFrame } from './panels/PanelFrame';
import { RegionDetails } from './RegionDetails';
import { RegionList } from './RegionList';
import { RelationList } from './RelationList';
import { RelationOverlay } from './RelationOverlay';
import { TopBar } from './TopBar';

/** The editor's frame: top line, task, panels, bottom bar. */
export function Shell(): JSX.Element {
  const t = useTranslate();
  const editor = useEditor();
  const { options, task } = editor.props;
  const root = useRef<HTMLElement>(null);
  const comparing = useEditorState((state) => state.comparing);
  const contents = usePanelContents();
  useHotkeys(editor, root);
  useClipboard(editor, root);
  return (
    <section
      ref={root}
      className="gs-editor"
      data-comparing={comparing}
      aria-label={t('editorName', { id: String(task.id) })}
    >
      {options.showTopBar !== false && <TopBar />}
      {comparing ? (
        <CompareView />
      ) : (
        <>
          <PanelFrame contents={contents}>
            <Work />
          </PanelFrame>
          <BottomBar />
        </>
      )}
      <Dialogs />
    </section>
  );
}

/** The panels of this task. Those about regions are left out where the config cannot make any and there are none. */
function usePanelContents(): Readonly<Partial<Record<PanelName, JSX.Element>>> {
  const config = useConfig();
  const document = useDocument();
  const { options } = useEditor().props;
  const hasRegions =
    regionsOf(document).length > 0 ||
    [...config.controls.values()].some(({ tag }) => isLabelsType(tag) || valueKeyOf(tag) === null);
  const panels = options.showPanels !== false && hasRegions;
  const history = options.showHistory !== false && options.mode !== 'preview';
  return useMemo(
    () => ({
      ...(panels && {
        regions: <RegionList />,
        details: <RegionDetails />,
        relations: <RelationList />,
        ...(history && { history: <HistoryPanel /> }),
      }),
    }),
    [panels, history],
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
