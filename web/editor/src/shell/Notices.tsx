import { useState, type JSX } from 'react';
import { IconX } from '@tabler/icons-react';
import type { ConfigIssue } from '../config/issues';
import { say } from '../messages';
import { activeContent } from '../state/core';
import { useConfig, useEditorState, useTranslate } from '../state/context';
import { IconButton } from './IconButton';

/** What is wrong with the labeling config, instead of the task. */
export function ConfigErrors({ issues }: { issues: readonly ConfigIssue[] }): JSX.Element {
  const t = useTranslate();
  return (
    <div className="gs-config-errors" role="alert">
      <h2>{t('configErrors')}</h2>
      <p>{t('configErrorsHint')}</p>
      <ul>
        {issues.map(({ text }, index) => (
          <li key={index}>{say(t, text)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the person should know before working: faulty keys, results that do not fit. Dismissed by hand. */
export function Notices(): JSX.Element {
  const t = useTranslate();
  const { issues } = useConfig();
  const dropped = useEditorState((state) => activeContent(state).dropped);
  const key = useEditorState((state) => state.activeKey);
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  const names = [...new Set(dropped.map(({ element, name }) => element.from_name ?? name))].join(', ');
  return (
    <>
      {warnings.length > 0 && (
        <Notice
          text={`${t('configWarnings', { count: warnings.length })}: ${warnings.map(({ text }) => say(t, text)).join(' ')}`}
        />
      )}
      {dropped.length > 0 && <Notice key={key} text={t('dropped', { count: dropped.length, names })} />}
    </>
  );
}

function Notice({ text }: { text: string }): JSX.Element | null {
  const t = useTranslate();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  return (
    <div className="gs-notice" role="status">
      <span>{text}</span>
      <IconButton icon={IconX} label={t('dismiss')} size={14} onClick={() => setDismissed(true)} />
    </div>
  );
}
