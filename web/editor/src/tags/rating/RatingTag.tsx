import type { JSX, KeyboardEvent } from 'react';
import { IconFlameFilled, IconHeartFilled, IconMoodSmileFilled, IconStarFilled } from '@tabler/icons-react';
import { displayKeys } from '../../commands/keys';
import { useLocalKey } from '../../commands/localKeys';
import { attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { useAnswer, useControl, useEditorState, useTranslate } from '../../state/context';
import type { TagProps } from '../TagView';
import { maxRating } from './behavior';

const icons = {
  star: IconStarFilled,
  heart: IconHeartFilled,
  fire: IconFlameFilled,
  smile: IconMoodSmileFilled,
};
const mediumSize = 22;
const sizes: ReadonlyMap<string, number> = new Map([
  ['small', 16],
  ['large', 30],
]);

/** A number of stars. */
export function RatingTag({ node }: TagProps): JSX.Element | null {
  const control = useControl(node);
  return control === undefined ? null : <Rating control={control} />;
}

function Rating({ control }: { control: ControlTag }): JSX.Element {
  const t = useTranslate();
  const answer = useAnswer(control);
  const showKeys = useEditorState((state) => state.settings.showHotkeys);
  const max = maxRating(control);
  const rating = typeof answer.value === 'number' ? answer.value : 0;
  const set = (value: number): void => answer.set(value <= 0 ? undefined : Math.min(value, max));
  const hotkey = attrText(control.node, 'hotkey');
  useLocalKey(hotkey, () => set(rating >= max ? 0 : rating + 1), !answer.disabled);
  const icon = attrText(control.node, 'icon');
  const Icon = icon === 'heart' || icon === 'fire' || icon === 'smile' ? icons[icon] : icons.star;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowUp'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowDown'
          ? -1
          : 0;
    if (step === 0 || answer.disabled) return;
    event.preventDefault();
    set(rating + step);
  };
  return (
    <div role="radiogroup" aria-label={control.name} className="gs-rating" onKeyDown={onKeyDown}>
      {Array.from({ length: max }, (_, index) => index + 1).map((value) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === rating}
          aria-label={t('stars', { count: value })}
          className="gs-star"
          data-filled={value <= rating}
          tabIndex={value === Math.max(1, rating) ? 0 : -1}
          disabled={answer.disabled}
          onClick={() => set(value === rating ? 0 : value)}
        >
          <Icon size={sizes.get(attrText(control.node, 'size') ?? '') ?? mediumSize} aria-hidden />
        </button>
      ))}
      {showKeys && hotkey !== undefined && <kbd>{displayKeys(hotkey)}</kbd>}
    </div>
  );
}
