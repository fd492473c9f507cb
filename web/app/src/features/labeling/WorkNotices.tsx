import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { locale, t } from '../../messages';
import classes from './labeling.module.css';
import { problemOf, type Outbox, type OutboxSnapshot } from './outbox';
import type { OpenedTask } from './session';

interface WorkNoticesProps {
  outbox: Outbox;
  snapshot: OutboxSnapshot;
  /** Key of the open annotation's work. */
  workKey: string | null;
  opened: OpenedTask;
  onReopen: () => void;
  onForce: (draftId: number) => void;
}

/** What a person has to decide about the open annotation: two versions, an older draft, a refusal. */
export function WorkNotices({ outbox, snapshot, workKey, opened, onReopen, onForce }: WorkNoticesProps) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const decide = useMutation({ mutationFn: (decision: () => Promise<unknown>) => decision() });
  const problem = problemOf(snapshot.entries.filter((entry) => entry.workKey === workKey));
  const dismiss = (id: string) => () => {
    setDismissed(new Set([...dismissed, id]));
  };
  const act = (label: string, decision: () => Promise<unknown>) => (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        decide.mutate(decision);
      }}
    >
      {label}
    </Button>
  );
  const then = (decision: Promise<unknown>) => decision.then(onReopen);

  return (
    <>
      {workKey !== null && problem?.kind === 'conflict' && (
        <Notice kind="bad" text={`${t('conflict.title')} ${t('conflict.text')}`}>
          {act(t('conflict.both'), () => then(outbox.keepBoth(workKey)))}
          {act(t('conflict.mine'), () => outbox.retry(workKey, { force: true }))}
          {act(t('conflict.theirs'), () => then(outbox.forget(workKey)))}
        </Notice>
      )}
      {workKey !== null && problem?.kind === 'refused' && (
        <Notice kind="bad" text={`${t('refused.title')}: ${problem.detail}`}>
          {act(t('refused.retry'), () => outbox.retry(workKey))}
          {act(t('refused.discard'), () => then(outbox.forget(workKey)))}
        </Notice>
      )}
      {opened.offers.map(({ shown, offered }) => {
        if (!offered) return null;
        const mine =
          shown.from === 'browser' ? shown.kept.work : offered.from === 'browser' ? offered.kept.work : null;
        if (!mine || dismissed.has(mine.key)) return null;
        const text =
          offered.from === 'browser'
            ? t('offer.browser', { when: moment(new Date(offered.kept.work.editedAt)) })
            : t('offer.server', { when: moment(new Date(offered.draft.updated_at)) });
        return (
          <Notice key={mine.key} kind="news" text={text}>
            {act(t('offer.use'), () =>
              // A newer draft on the server stays there; the version from here arrives beside it.
              then(offered.from === 'browser' ? outbox.keepBoth(mine.key) : outbox.forget(mine.key)),
            )}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={dismiss(mine.key)}>
              {t('offer.dismiss')}
            </Button>
          </Notice>
        );
      })}
      {opened.stale.map((draft) => {
        const id = String(draft.id);
        return dismissed.has(id) ? null : (
          <Notice key={id} kind="news" text={t('offer.stale', { when: moment(new Date(draft.updated_at)) })}>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                onForce(draft.id);
              }}
            >
              {t('offer.useDraft')}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={dismiss(id)}>
              {t('offer.dismiss')}
            </Button>
          </Notice>
        );
      })}
    </>
  );
}

function Notice({ kind, text, children }: { kind: 'bad' | 'news'; text: string; children: ReactNode }) {
  const Icon = kind === 'bad' ? IconAlertTriangle : IconHistory;
  return (
    <div className={classes.notice} data-kind={kind} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <span className={classes.noticeText}>{text}</span>
      <Group gap={8} wrap="nowrap">
        {children}
      </Group>
    </div>
  );
}

const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

function moment(date: Date): string {
  return format.format(date);
}
