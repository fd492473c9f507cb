import { useEffect, useRef, type JSX, type ReactNode } from 'react';

type Length = string | number | undefined;

interface DropdownProps {
  title: string;
  children: ReactNode;
  maxWidth?: Length;
  minWidth?: Length;
  /** Of the list; as wide as its head where it is not given. */
  width?: Length;
  /** A change in the list closes it. */
  closesOnChange?: boolean;
  onOpen?(): void;
}

/** A list that drops down. It closes with Escape, and when something else is pressed or gets the focus. */
export function Dropdown({
  title,
  children,
  maxWidth,
  minWidth,
  width,
  closesOnChange = false,
  onOpen,
}: DropdownProps): JSX.Element {
  const root = useRef<HTMLDetailsElement>(null);
  const close = (): void => root.current?.removeAttribute('open');
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent): void => {
      const details = root.current;
      if (details?.open === true && !(target instanceof Node && details.contains(target)))
        details.removeAttribute('open');
    };
    window.addEventListener('pointerdown', onPointerDown);
    return () => window.removeEventListener('pointerdown', onPointerDown);
  }, []);
  return (
    <details
      ref={root}
      className="gs-dropdown"
      style={{ maxWidth, minWidth }}
      onToggle={() => {
        if (root.current?.open !== true) return;
        onOpen?.();
        root.current.querySelector<HTMLElement>('input[type=search]')?.focus();
      }}
      onChange={(event) => {
        // What is typed into a search is no choice yet.
        if (closesOnChange && !(event.target instanceof HTMLInputElement && event.target.type === 'search'))
          close();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && root.current?.contains(relatedTarget) === false) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || root.current?.open !== true) return;
        event.stopPropagation();
        event.preventDefault();
        close();
        root.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{title}</summary>
      <div className="gs-dropdown-list" style={{ width }}>
        {children}
      </div>
    </details>
  );
}
