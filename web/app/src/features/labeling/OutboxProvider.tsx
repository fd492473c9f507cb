import { api } from '@goldset/api';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

import { currentUserQuery } from '../../shared/queries';
import { OfflineTasks } from './offline/OfflineTasks';
import { Outbox, type OutboxSnapshot } from './outbox';

export interface Workplace {
  outbox: Outbox;
  offline: OfflineTasks;
}

export type Opening = Workplace | { error: unknown } | null;

const WorkplaceContext = createContext<Opening>(null);

/** Opens the signed-in user's outbox and keeps it sending while the application is open. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const [opening, setOpening] = useState<Opening>(null);

  useEffect(() => {
    let gone = false;
    let opened: Workplace | undefined;
    async function open() {
      const [outbox, offline] = await Promise.all([
        Outbox.open({ userId: user.id }),
        OfflineTasks.open(user.id),
      ]);
      opened = { outbox, offline };
      if (gone) close(opened);
      else {
        setOpening(opened);
        await outbox.start();
      }
    }
    open().catch((error: unknown) => {
      if (!gone) setOpening({ error });
    });
    return () => {
      gone = true;
      setOpening(null);
      if (opened) close(opened);
    };
  }, [user.id]);

  const workplace = isOpen(opening) ? opening : null;
  return (
    <WorkplaceContext value={opening}>
      {workplace && <SignInWhenNeeded outbox={workplace.outbox} />}
      {children}
    </WorkplaceContext>
  );
}

/** The user's outbox and kept tasks; null while they open, the error when the browser lets nothing be kept. */
export function useWorkplace(): Opening {
  return use(WorkplaceContext);
}

export function useOutboxSnapshot(outbox: Outbox): OutboxSnapshot {
  return useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
}

/** Asks for a sign-in over the screen when unsent work meets an ended session, then goes on sending. */
function SignInWhenNeeded({ outbox }: { outbox: Outbox }) {
  const { link } = useOutboxSnapshot(outbox);
  useEffect(() => {
    if (link === 'signed-out') void signInAndSend(outbox);
  }, [link, outbox]);
  return null;
}

/** The client itself shows the sign-in when a request meets an ended session. */
export async function signInAndSend(outbox: Outbox): Promise<void> {
  const user = await api.get('/api/current-user/whoami').catch(() => null);
  if (user?.id === outbox.userId) outbox.wakeNow();
}

export function isOpen(opening: Opening): opening is Workplace {
  return opening !== null && 'outbox' in opening;
}

function close({ outbox, offline }: Workplace): void {
  outbox.close();
  offline.close();
}
