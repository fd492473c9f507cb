import type { ComponentProps, ComponentType, JSX } from 'react';
import { useEditorState } from '../state/context';

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
  title,
  ...props
}: IconButtonProps): JSX.Element {
  const showKeys = useEditorState((state) => state.settings.showTooltipKeys);
  return (
    <button
      type="button"
      aria-label={label}
      title={title ?? (keys && showKeys ? `${label} (${keys})` : label)}
      className={`gs-icon-button ${className}`.trim()}
      {...props}
    >
      <Icon size={size} aria-hidden />
    </button>
  );
}
