import { nanoid } from 'nanoid';

/** A new region id: ten characters of `A-Za-z0-9_-`. */
export function newId(): string {
  return nanoid(10);
}
