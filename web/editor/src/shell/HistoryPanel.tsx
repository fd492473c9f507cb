import { useState, type JSX } from 'react';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconLoader,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react';
import { activeTab, hasUnsavedChanges } from '../state/core';
import { useActions, useEditor, useEditorState, useTranslate } from '../state/context';
import type { Tab } from '../state/types';
import type { MessageKey } from '../messages';
import type { SaveState } from '../types';
import { Panel } from './panels/Panel';
import { timeAgo } from './time';

interface Version {
  key: string;
  label: MessageKey;
  values?: Record<string, string>;
  author: string;
  /** ISO time; null when it is not known. */
  time: string | null;
  /** The version a click shows; null for those that cannot be shown any more. */
  shows: 'current' | 'submitted' | null;
}

/** What is stored of the open annotation, newest first: the draft, the saved version, where it came from. */
export function HistoryPanel(): JSX.Element {
  const t = useTranslate();
  const actions = useActions();
  const { props } = useEditor();
  const tab = useEditorState(activeTab);
  const [now] = useState(() => Date.now());
  const versions = versionsOf(tab);
  const showing = tab.content?.showing ?? 'current';
  return (
    <Panel name="history" title={t('history')} className="gs-history">
      {versions.length === 0 ? (
        <div className="gs-empty">
          <strong>{t('noHistory')}</strong>
          <span>{t('noHistoryHint')}</span>
        </div>
      ) : (
        <ol className="gs-versions">
          {versions.map((version) => {
            const { key, label, values, author, time, shows } = version;
            const content = (
              <>
                <span className="gs-version-name">{t(label, values)}</span>
                {key === 'draft' && <DraftMark state={props.saveState} />}
                <span className="gs-muted">
                  {[author === '' ? '' : t('byAuthor', { author }), timeAgo(time, now, props.locale)]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </>
            );
            return (
              <li key={key} title={time === null ? undefined : new Date(time).toLocaleString(props.locale)}>
                {shows === null ? (
                  <div className="gs-version">{content}</div>
                ) : (
                  <button
                    type="button"
                    className="gs-version"
                    aria-pressed={showing === shows}
                    onClick={() => actions.show(shows)}
                  >
                    {content}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}

const marks: Readonly<Record<SaveState, { icon: TablerIcon; label: MessageKey }>> = {
  saved: { icon: IconCheck, label: 'saved' },
  saving: { icon: IconLoader, label: 'saving' },
  unsaved: { icon: IconPencil, label: 'unsaved' },
  offline: { icon: IconCloudOff, label: 'offline' },
  error: { icon: IconAlertTriangle, label: 'saveError' },
};

function DraftMark({ state }: { state: SaveState | undefined }): JSX.Element | null {
  const t = useTranslate();
  if (state === undefined) return null;
  const { icon: Icon, label } = marks[state];
  return <Icon size={14} role="img" aria-label={t(label)} />;
}

function versionsOf({ kind, ref, source, author, content, skipped }: Tab): Version[] {
  if (kind === 'prediction') return [];
  const versions: Version[] = [];
  const { annotation, draft } = source;
  const changed = content !== null && hasUnsavedChanges(content);
  if (draft !== undefined || changed) {
    versions.push({
      key: 'draft',
      label: 'versionDraft',
      author,
      time: draft?.updated_at ?? draft?.created_at ?? null,
      shows: 'current',
    });
  }
  if (annotation !== undefined) {
    const { created_at: created = null, updated_at: updated = null } = annotation;
    const isUpdated =
      created !== null && updated !== null && Date.parse(updated) - Date.parse(created) > 1000;
    versions.push({
      key: 'annotation',
      label: skipped ? 'versionSkipped' : isUpdated ? 'versionUpdated' : 'versionSubmitted',
      author,
      time: updated ?? created,
      shows: content?.submitted != null ? 'submitted' : null,
    });
    if (isUpdated)
      versions.push({ key: 'created', label: 'versionSubmitted', author: '', time: created, shows: null });
  }
  const { parentPrediction, parentAnnotation } = ref;
  const parent = parentPrediction ?? parentAnnotation;
  if (parent !== null) {
    versions.push({
      key: 'parent',
      label: parentPrediction !== null ? 'versionFromPrediction' : 'versionFromAnnotation',
      values: { id: String(parent) },
      author: '',
      time: null,
      shows: null,
    });
  }
  return versions;
}
