import { useState, type JSX } from 'react';
import { IconGitFork, IconPlayerSkipForward, IconSparkles, IconStarFilled } from '@tabler/icons-react';
import { hasUnsavedChanges } from '../state/core';
import { useEditor, useTranslate } from '../state/context';
import type { Tab } from '../state/types';
import { timeAgo } from './time';

/** Whose annotation or which model's prediction it is, how old, and what is special about it. */
export function TabFace({ tab }: { tab: Tab }): JSX.Element {
  const t = useTranslate();
  const { props } = useEditor();
  const [now] = useState(() => Date.now());
  const { annotationId, predictionId, parentAnnotation, parentPrediction } = tab.ref;
  const id = annotationId ?? predictionId;
  const unsaved =
    tab.kind === 'annotation' &&
    (annotationId === null ||
      (tab.content !== null && hasUnsavedChanges(tab.content)) ||
      tab.source.draft !== undefined);
  return (
    <>
      {tab.kind === 'prediction' ? (
        <IconSparkles size={14} aria-hidden className="gs-tab-sparkle" />
      ) : (
        <span className="gs-avatar">{tab.initials}</span>
      )}
      <span className="gs-tab-name">
        {tab.kind === 'prediction' ? tab.author : id === null ? t('newAnnotation') : `#${id}`}
      </span>
      {tab.score !== null && <span className="gs-score">{tab.score.toFixed(2)}</span>}
      {tab.createdAt !== null && (
        <span className="gs-tab-time">{timeAgo(tab.createdAt, now, props.locale)}</span>
      )}
      {tab.groundTruth && <IconStarFilled size={13} className="gs-gold" aria-label={t('groundTruth')} />}
      {tab.skipped && <IconPlayerSkipForward size={13} className="gs-warn" aria-label={t('skippedMark')} />}
      {parentPrediction !== null && (
        <IconGitFork
          size={13}
          className="gs-muted"
          aria-label={t('versionFromPrediction', { id: String(parentPrediction) })}
        />
      )}
      {parentPrediction === null && parentAnnotation !== null && (
        <IconGitFork
          size={13}
          className="gs-muted"
          aria-label={t('versionFromAnnotation', { id: String(parentAnnotation) })}
        />
      )}
      {unsaved && <span className="gs-dot" role="img" aria-label={t('draftMark')} />}
    </>
  );
}
