import { Button, Group, Popover, VisuallyHidden } from '@mantine/core';
import { IconCloudOff, IconCloudUp, IconExclamationCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';

import { t } from '../../messages';
import classes from './labeling.module.css';
import { isOpen, signInAndSend, useOutboxSnapshot, useWorkplace } from './OutboxProvider';
import {
  problemOf,
  saveStateOf,
  waitingToBeSent,
  type Entry,
  type Outbox,
  type OutboxSnapshot,
} from './outbox';

/** In the top bar while something is not on the server: how much, why, and what can be done. Nothing otherwise. */
export function WaitingWork() {
  const workplace = useWorkplace();
  return isOpen(workplace) ? <Waiting outbox={workplace.outbox} /> : null;
}

function Waiting({ outbox }: { outbox: Outbox }) {
  const snapshot = useOutboxSnapshot(outbox);
  const annotations = waitingToBeSent(snapshot);
  const entries = onePerWork(snapshot.entries);
  const problems = entries.filter((entry) => entry.problem !== null).length;
  // What is on its way right now needs no notice.
  const stuck =
    snapshot.link !== 'ok' ||
    snapshot.fault !== null ||
    entries.some((entry) => entry.attempts > 0 && entry.workKey !== snapshot.sending);
  if (entries.length === 0 || !stuck) return null;

  const label =
    problems > 0
      ? t('outbox.problems', { count: problems })
      : annotations.length > 0
        ? t('outbox.waiting', { count: annotations.length })
        : t('outbox.drafts', { count: entries.length });
  const Icon = problems > 0 ? IconExclamationCircle : snapshot.link === 'ok' ? IconCloudUp : IconCloudOff;
  return (
    <>
      <VisuallyHidden role="status">{label}</VisuallyHidden>
      <Popover position="bottom-end" trapFocus withRoles>
        <Popover.Target>
          <Button
            size="compact-md"
            variant="light"
            color={problems > 0 ? 'bad' : 'warn'}
            leftSection={<Icon size={16} />}
          >
            {label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <div className={classes.waiting}>
            <h2>{label}</h2>
            <span style={{ color: 'var(--gs-muted)' }}>
              {snapshot.fault === null ? t('outbox.kept') : t('outbox.fault', { reason: snapshot.fault })}
            </span>
            <ul>
              {entries.map((entry) => (
                <WaitingEntry key={entry.seq} entry={entry} outbox={outbox} snapshot={snapshot} />
              ))}
            </ul>
            <Group justify="flex-end" gap="sm">
              {snapshot.link === 'signed-out' && (
                <Button onClick={() => void signInAndSend(outbox)}>{t('outbox.signIn')}</Button>
              )}
              <Button variant="default" onClick={outbox.wakeNow}>
                {t('outbox.sendNow')}
              </Button>
            </Group>
          </div>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

interface WaitingEntryProps {
  entry: Entry;
  outbox: Outbox;
  snapshot: OutboxSnapshot;
}

function WaitingEntry({ entry, outbox, snapshot }: WaitingEntryProps) {
  const decide = useMutation({ mutationFn: (decision: () => Promise<unknown>) => decision() });
  const state = saveStateOf(snapshot, entry.workKey);
  const problem = problemOf([entry]);
  const text =
    problem?.kind === 'refused'
      ? problem.detail
      : t(`outbox.state.${state === 'saved' || state === 'error' ? 'saving' : state}`);
  return (
    <li>
      <Link
        to="/projects/$projectId/data"
        params={{ projectId: entry.projectId }}
        search={{ task: entry.taskId }}
        style={{ color: 'var(--gs-accent)' }}
      >
        {t('outbox.task', { id: String(entry.taskId) })}
      </Link>
      <span>{t(entry.cancelled ? 'outbox.kind.skip' : `outbox.kind.${entry.kind}`)}</span>
      <span className={classes.waitingState} data-bad={problem !== null || undefined}>
        {text}
      </span>
      {problem?.kind === 'refused' && (
        <Group gap="sm" mt={4}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              decide.mutate(() => outbox.retry(entry.workKey));
            }}
          >
            {t('refused.retry')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="bad"
            onClick={() => {
              decide.mutate(() => outbox.forget(entry.workKey));
            }}
          >
            {t('refused.discard')}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** One entry for each work: the one that needs a decision, else the last wish. */
function onePerWork(entries: readonly Entry[]): Entry[] {
  const chosen = new Map<string, Entry>();
  for (const entry of entries) {
    if (!chosen.get(entry.workKey)?.problem) chosen.set(entry.workKey, entry);
  }
  return [...chosen.values()];
}
