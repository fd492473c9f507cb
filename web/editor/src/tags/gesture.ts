import { useCallback, useState } from 'react';
import { newId } from '../model/ids';

/**
 * Joins what is typed into a field while it keeps the focus into one step of undo.
 * Call `begin` when the field gets the focus and pass `gesture` with every change.
 */
export function useTypingGesture(): { gesture: string; begin(): void } {
  const [gesture, setGesture] = useState(newId);
  const begin = useCallback(() => setGesture(newId()), []);
  return { gesture, begin };
}
