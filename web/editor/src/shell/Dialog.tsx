import { useEffect, useId, useRef, type JSX, type KeyboardEvent, type ReactNode } from 'react';
import { IconX } from '@tabler/icons-react';
import { useTranslate } from '../state/context';
import { IconButton } from './IconButton';

export interface DialogProps {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Buttons at the end; the first control of the dialog gets the focus. */
  actions?: ReactNode;
  wide?: boolean;
  /** Near the upper edge, its heading only for screen readers. */
  palette?: boolean;
}

const focusable =
  'button:not(:disabled, [tabindex="-1"]), [href], input:not(:disabled), select, textarea, [tabindex="0"]';

/** A modal dialog inside the editor. Keeps the focus in, gives it back when closed; Escape closes. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  wide = false,
  palette = false,
}: DialogProps): JSX.Element {
  const t = useTranslate();
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    const first =
      box.current?.querySelector<HTMLElement>('[data-autofocus]') ??
      box.current?.querySelector<HTMLElement>(focusable);
    first?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Tab') return;
    const inside = [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])];
    const edge = event.shiftKey ? inside[0] : inside.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? inside.at(-1) : inside[0])?.focus();
  };

  return (
    <div
      className="gs-backdrop"
      data-palette={palette}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        className="gs-dialog"
        data-wide={wide}
        onKeyDown={onKeyDown}
      >
        <header className={palette ? 'gs-unseen' : undefined}>
          <h2 id={titleId}>{title}</h2>
          {!palette && <IconButton icon={IconX} label={t('close')} onClick={onClose} />}
        </header>
        <div className="gs-dialog-body">{children}</div>
        {actions !== undefined && <footer>{actions}</footer>}
      </div>
    </div>
  );
}
