import { ApiError, type Project } from '@goldset/api';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useSaveProject } from '../project-settings/useSaveProject';

type DraftFields = Pick<Project, 'title' | 'description' | 'label_config'>;

export interface SavedDraft {
  /** Stores fields a second after the last change. */
  change: (fields: Partial<DraftFields>) => void;
  /** Something was stored, and nothing waits to be. */
  saved: boolean;
  /** Why the server refuses a field. */
  problemOf: (field: keyof DraftFields) => string | undefined;
  /** Stores at once what waits. */
  flush: () => Promise<void>;
  /** Forgets what waits; resolves when no save is under way. */
  stop: () => Promise<void>;
}

/** Keeps a draft on the server while it is being worked on. */
export function useSavedDraft(projectId: number): SavedDraft {
  const store = useSaveProject(projectId);
  const [saved, setSaved] = useState(false);
  const [problems, setProblems] = useState<Partial<Record<keyof DraftFields, string>>>({});
  const waiting = useRef<Partial<DraftFields>>({});
  const running = useRef<Promise<void>>(Promise.resolve());

  async function send(fields: Partial<DraftFields>): Promise<void> {
    // One request a field: a configuration in the making may be refused, and must not take the name with it.
    for (const [field, value] of Object.entries(fields)) {
      try {
        await store({ [field]: value });
        setProblems((known) => ({ ...known, [field]: undefined }));
        setSaved(true);
      } catch (error) {
        if (!(error instanceof ApiError)) continue;
        setProblems((known) => ({
          ...known,
          [field]: error.validationErrors[field]?.join(' ') ?? error.detail,
        }));
      }
    }
  }

  function flush(): Promise<void> {
    const fields = waiting.current;
    waiting.current = {};
    running.current = running.current.then(() => send(fields));
    return running.current;
  }

  const flushLater = useDebouncedCallback(() => void flush(), 1000);

  return {
    change(fields) {
      Object.assign(waiting.current, fields);
      setSaved(false);
      flushLater();
    },
    saved,
    problemOf: (field) => problems[field],
    flush,
    stop() {
      waiting.current = {};
      return running.current;
    },
  };
}
