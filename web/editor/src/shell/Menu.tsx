import { useEffect, useRef, useState, type ComponentType, type JSX, type KeyboardEvent } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { IconButton } from './IconButton';

export interface MenuItem {
  label: string;
  danger?: boolean;
  /** Marks the item of a choice that holds now. */
  checked?: boolean;
  /** Begins a new group. */
  separated?: boolean;
  disabled?: boolean;
  perform(): void;
}

export interface MenuProps {
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  label: string;
  items: readonly MenuItem[];
  /** Opens upwards. */
  up?: boolean;
  className?: string;
  disabled?: boolean;
}

const entry = '[role^=menuitem]';

/** A button with a menu. Arrow keys move in it, Escape closes it. */
export function Menu({ icon, label, items, up = false, className, disabled }: MenuProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector<HTMLElement>(entry)?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target)) return;
      setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const entries = [...(root.current?.querySelectorAll<HTMLElement>(entry) ?? [])];
      const at = entries.findIndex((candidate) => candidate === document.activeElement);
      entries[(at + (event.key === 'ArrowDown' ? 1 : -1) + entries.length) % entries.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={root} className="gs-menu" onKeyDown={onKeyDown}>
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        className={className}
        disabled={disabled === true || items.length === 0}
        onClick={() => setOpen((was) => !was)}
      />
      {open && (
        <div role="menu" aria-label={label} className="gs-menu-list" data-up={up}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              data-separated={item.separated === true}
              tabIndex={-1}
              disabled={item.disabled}
              data-danger={item.danger === true}
              onClick={() => {
                close();
                item.perform();
              }}
            >
              {item.checked !== undefined && (
                <IconCheck size={14} aria-hidden style={{ opacity: item.checked ? 1 : 0 }} />
              )}
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
