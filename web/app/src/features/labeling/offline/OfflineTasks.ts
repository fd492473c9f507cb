import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { LabelTask } from '../tasks';

interface TaskSchema extends DBSchema {
  tasks: { key: number; value: { id: number; keptAt: number; task: LabelTask } };
  /** The task already fetched for a stream, by project. */
  next: { key: number; value: { projectId: number; taskId: number; order: string } };
  owner: { key: string; value: number };
}

const NAME = 'goldset-tasks';

/** Copies kept: the open task, the one before and the one after, and a little for going back. */
const KEPT = 6;

/**
 * Copies of the few tasks labeling needs to go on without a connection. They belong to one user; when another one
 * signs in, or at sign-out, they are deleted.
 */
export class OfflineTasks {
  private constructor(private readonly db: IDBPDatabase<TaskSchema>) {}

  static async open(userId: number): Promise<OfflineTasks> {
    const db = await openDB<TaskSchema>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('tasks', { keyPath: 'id' });
        database.createObjectStore('next', { keyPath: 'projectId' });
        database.createObjectStore('owner');
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    const tasks = new OfflineTasks(db);
    await tasks.claim(userId);
    return tasks;
  }

  close(): void {
    this.db.close();
  }

  async keep(task: LabelTask): Promise<void> {
    const tx = this.db.transaction('tasks', 'readwrite');
    await tx.store.put({ id: task.id, keptAt: Date.now(), task });
    const byAge = (await tx.store.getAll()).sort((a, b) => b.keptAt - a.keptAt);
    for (const old of byAge.slice(KEPT)) await tx.store.delete(old.id);
    await tx.done;
  }

  async get(id: number): Promise<LabelTask | undefined> {
    return (await this.db.get('tasks', id))?.task;
  }

  /** Ids of the tasks there are copies of. */
  ids(): Promise<number[]> {
    return this.db.getAllKeys('tasks');
  }

  /** Remembers the task fetched ahead for a stream. `order` tells streams of one project apart. */
  async setNext(projectId: number, order: string, task: LabelTask | null): Promise<void> {
    if (task === null) await this.db.delete('next', projectId);
    else {
      await this.keep(task);
      await this.db.put('next', { projectId, order, taskId: task.id });
    }
  }

  async next(projectId: number, order: string): Promise<LabelTask | undefined> {
    const next = await this.db.get('next', projectId);
    return next?.order === order ? this.get(next.taskId) : undefined;
  }

  private async claim(userId: number): Promise<void> {
    const tx = this.db.transaction(['owner', 'tasks', 'next'], 'readwrite');
    if ((await tx.objectStore('owner').get('user')) !== userId) {
      await tx.objectStore('tasks').clear();
      await tx.objectStore('next').clear();
      await tx.objectStore('owner').put(userId, 'user');
    }
    await tx.done;
  }
}

/** Deletes every copy of tasks in this browser. */
export async function clearOfflineTasks(): Promise<void> {
  const db = await openDB<TaskSchema>(NAME);
  if (db.objectStoreNames.contains('tasks')) {
    const tx = db.transaction(['owner', 'tasks', 'next'], 'readwrite');
    await Promise.all([
      tx.objectStore('tasks').clear(),
      tx.objectStore('next').clear(),
      tx.objectStore('owner').clear(),
    ]);
    await tx.done;
  }
  db.close();
}
