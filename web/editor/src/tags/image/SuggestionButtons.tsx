import type { JSX } from 'react';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Translate } from '../../messages';
import { IconButton } from '../../shell/IconButton';
import { boundsOf, type Size } from './geometry/shapes';
import { screenBounds } from './paint/pen';
import type { Box, Scene } from './tools/scene';

export interface SuggestionButtonsProps {
  suggestions: readonly Box[];
  scene: Pick<Scene, 'camera' | 'window'>;
  t: Translate;
  onAccept(id: string): void;
  onReject(id: string): void;
}

/** So many suggestions in view have buttons of their own; the others are accepted and rejected together. */
const MOST = 60;

/** Size of a pair of buttons, CSS pixels. */
const pair: Size = { width: 54, height: 26 };

/** A pair of buttons at each suggestion in view. */
export function SuggestionButtons(props: SuggestionButtonsProps): JSX.Element {
  const { suggestions, scene, t, onAccept, onReject } = props;
  const { camera, window } = scene;
  const view = boundsOf(window);
  const placed = suggestions.flatMap((suggestion) => {
    const { minX, minY, maxX, maxY } = screenBounds(camera, suggestion.bounds);
    if (maxX < view.minX || minX > view.maxX || maxY < view.minY || minY > view.maxY) return [];
    // Above the upper right corner, and inside the window.
    const left = Math.min(Math.max(0, maxX - pair.width), window.width - pair.width);
    const top = Math.min(Math.max(0, minY - pair.height - 4), window.height - pair.height);
    return [{ suggestion, left, top }];
  });
  return (
    <>
      {placed.slice(0, MOST).map(({ suggestion: { id, region }, left, top }) => (
        <div key={id} className="gs-suggestion" style={{ transform: `translate(${left}px, ${top}px)` }}>
          <IconButton
            icon={IconCheck}
            size={14}
            className="gs-accept"
            label={t('acceptSuggestion', { name: region.label ?? '' })}
            onClick={() => onAccept(id)}
          />
          <IconButton
            icon={IconX}
            size={14}
            className="gs-reject"
            label={t('rejectSuggestion', { name: region.label ?? '' })}
            onClick={() => onReject(id)}
          />
        </div>
      ))}
    </>
  );
}
