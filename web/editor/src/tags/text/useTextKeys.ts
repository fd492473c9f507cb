import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

/**
 * Labeling text without a pointer: arrow keys move the browser's selection, Enter finishes it. Gives the handlers
 * for the text's root.
 */
export function useTextKeys(root: RefObject<HTMLElement | null>, finish: () => void) {
  const startAtBeginning = (): void => {
    const selection = window.getSelection();
    if (selection === null || root.current === null) return;
    if (selection.anchorNode !== null && root.current.contains(selection.anchorNode)) return;
    const nodes = document.createTreeWalker(root.current, NodeFilter.SHOW_TEXT);
    let first = nodes.nextNode();
    // Markup has text nodes of nothing but white space between its blocks.
    while (first !== null && (first.textContent ?? '').trim() === '') first = nodes.nextNode();
    if (first !== null) selection.collapse(first, 0);
  };
  return {
    onFocus(event: FocusEvent): void {
      if (event.target === root.current && event.target.matches(':focus-visible')) startAtBeginning();
    },
    onKeyDown(event: KeyboardEvent): void {
      const selection = window.getSelection();
      if (selection === null || typeof selection.modify !== 'function' || event.altKey) return;
      const move = movement(event);
      if (move !== null) {
        startAtBeginning();
        selection.modify(event.shiftKey ? 'extend' : 'move', move.direction, move.unit);
        scrollToFocus(selection);
      } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !selection.isCollapsed)
        finish();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

interface Movement {
  direction: 'left' | 'right' | 'forward' | 'backward';
  unit: 'character' | 'word' | 'line' | 'lineboundary';
}

function movement({ key, ctrlKey, metaKey }: KeyboardEvent): Movement | null {
  const unit = ctrlKey || metaKey ? 'word' : 'character';
  switch (key) {
    case 'ArrowLeft':
      return { direction: 'left', unit };
    case 'ArrowRight':
      return { direction: 'right', unit };
    case 'ArrowUp':
      return { direction: 'backward', unit: 'line' };
    case 'ArrowDown':
      return { direction: 'forward', unit: 'line' };
    case 'Home':
      return { direction: 'backward', unit: 'lineboundary' };
    case 'End':
      return { direction: 'forward', unit: 'lineboundary' };
    default:
      return null;
  }
}

function scrollToFocus(selection: Selection): void {
  const element = selection.focusNode?.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}
