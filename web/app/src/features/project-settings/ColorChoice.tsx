import { Input, VisuallyHidden } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { t } from '../../messages';
import classes from './ColorChoice.module.css';

const none = '#FFFFFF';

const colors = [none, '#FF4C25', '#FF750F', '#ECB800', '#9AC422', '#34988D', '#617ADA', '#CC6FBE'];

interface ColorChoiceProps {
  label: string;
  description: string;
  value?: string;
  error?: ReactNode;
  onChange?: (color: string) => void;
}

/** One of the project colours, or none. */
export function ColorChoice({ label, description, value = none, error, onChange }: ColorChoiceProps) {
  const name = useId();
  const current = value.toUpperCase() === '#FDFDFC' ? none : value.toUpperCase();
  const offered = colors.includes(current) ? colors : [...colors, current];
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error}>
      <div role="radiogroup" aria-label={label} className={classes.swatches}>
        {offered.map((color) => (
          <label
            key={color}
            className={classes.swatch}
            style={{ '--swatch': color }}
            data-none={color === none}
          >
            <input type="radio" name={name} checked={color === current} onChange={() => onChange?.(color)} />
            <VisuallyHidden>
              {color === none ? t('settings.color.none') : t('settings.color.name', { color })}
            </VisuallyHidden>
          </label>
        ))}
      </div>
    </Input.Wrapper>
  );
}
