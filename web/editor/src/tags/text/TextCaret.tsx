import { useEffect, useRef, type JSX, type RefObject } from 'react';

/** Shows where the cursor of keyboard selection stands; browsers draw none in text that cannot be edited. */
export function TextCaret({ root }: { root: RefObject<HTMLElement | null> }): JSX.Element {
  const caret = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const mark = caret.current;
      const text = root.current;
      const selection = window.getSelection();
      if (mark === null || text === null) return;
      const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 };
      mark.hidden = focusNode === null || !text.contains(focusNode) || !text.matches(':focus-visible');
      if (mark.hidden || focusNode === null) return;
      const range = document.createRange();
      range.setStart(focusNode, focusOffset);
      const rect = range.getClientRects()[0] ?? range.getBoundingClientRect();
      const origin = text.getBoundingClientRect();
      mark.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`;
      mark.style.height = `${rect.height}px`;
    };
    document.addEventListener('selectionchange', place);
    document.addEventListener('focusin', place);
    return () => {
      document.removeEventListener('selectionchange', place);
      document.removeEventListener('focusin', place);
    };
  }, [root]);
  return <div ref={caret} className="gs-text-caret" hidden />;
}
