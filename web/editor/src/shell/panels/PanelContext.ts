import { createContext, useContext, type PointerEvent } from 'react';
import type { PanelLayout, PanelName } from './layout';

export interface Panels {
  layout: PanelLayout;
  change(layout: PanelLayout): void;
  /** A press on the head of a panel, from which it may be dragged away. */
  grab(name: PanelName, event: PointerEvent<HTMLElement>): void;
}

export const PanelContext = createContext<Panels | null>(null);

export function usePanels(): Panels {
  const panels = useContext(PanelContext);
  if (panels === null) throw new Error('A panel was rendered outside of the frame.');
  return panels;
}
