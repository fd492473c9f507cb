import type { ComponentProps, ComponentType, JSX } from 'react';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** Names the button and shows as its tooltip. */
  label: string;
  /** Key that does the same, shown in the tooltip. */
  keys?: string;
  size?: number;
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  size = 16,
  className = '',
  ...props
}: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      className={`gs-icon-button ${className}`.trim()}
      {...props}
    >
      <Icon size={size} aria-hidden />
    </button>
  );
}
