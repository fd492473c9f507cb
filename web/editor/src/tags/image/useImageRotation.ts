import { useMemo, useState } from 'react';
import { head, type Entry } from '../../model/document';
import { useActions, useEditable } from '../../state/context';
import { normalizeDegrees } from './geometry/rotation';
import type { ImageRotation } from './types';

/**
 * How a page of the image is turned. Regions store it, so that turning a page that has regions is a step of undo;
 * where nothing can be changed or there is no region, it is only seen.
 */
export function useImageRotation(
  entries: readonly Entry[],
  item: number,
): [ImageRotation, (by: 90 | -90) => void] {
  const actions = useActions();
  const editable = useEditable();
  const [seen, setSeen] = useState<Readonly<Record<number, ImageRotation>>>({});
  const onPage = useMemo(
    () => entries.filter((entry) => (head(entry).item_index ?? 0) === item),
    [entries, item],
  );
  const stored = storedRotation(onPage);
  const rotation = (editable ? (stored ?? seen[item]) : (seen[item] ?? stored)) ?? 0;

  const turn = (by: 90 | -90): void => {
    const next = quarter(rotation + by);
    setSeen({ ...seen, [item]: next });
    if (editable && onPage.length > 0)
      actions.setImageRotation(
        onPage.map(({ id }) => id),
        next,
      );
  };
  return [rotation, turn];
}

function storedRotation(entries: readonly Entry[]): ImageRotation | null {
  for (const entry of entries) {
    const rotation = head(entry)['image_rotation'];
    if (typeof rotation === 'number') return quarter(rotation);
  }
  return null;
}

const quarters: readonly ImageRotation[] = [0, 90, 180, 270];

const quarter = (degrees: number): ImageRotation =>
  quarters[Math.round(normalizeDegrees(degrees) / 90) % 4] ?? 0;
