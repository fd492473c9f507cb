import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The place in the top bar where a screen puts its own buttons; null until the bar is there. */
export const TopBarSlot = createContext<HTMLElement | null>(null);

/** Shows a screen's own buttons in the top bar, left of the search field. */
export function TopBarActions({ children }: { children: ReactNode }) {
  const slot = use(TopBarSlot);
  return slot === null ? null : createPortal(children, slot);
}
