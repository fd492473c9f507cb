import { useEffect, useState, type RefObject } from 'react';

/** How far beyond the window blocks are drawn with their regions, in window heights. */
const margin = '100%';

/**
 * Blocks of a long text that are in sight or close to it; the others are drawn as plain text, so that neither opening
 * nor changing a text of many thousand regions costs more than what is seen. Null where all are to be drawn.
 */
export function useNearBlocks(
  root: RefObject<HTMLElement | null>,
  count: number,
): ReadonlySet<number> | null {
  const few = count < 4 || typeof IntersectionObserver === 'undefined';
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  useEffect(() => {
    const element = root.current;
    if (few || element === null) return undefined;
    const blocks = [...element.children];
    const places = new Map(blocks.map((block, index) => [block, index]));
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const index = places.get(target);
            if (index === undefined) continue;
            if (isIntersecting) next.add(index);
            else next.delete(index);
          }
          return next;
        }),
      { root: element.closest('.gs-work-scroll'), rootMargin: `${margin} 0px` },
    );
    for (const block of blocks) observer.observe(block);
    return () => observer.disconnect();
  }, [root, few, count]);
  return few ? null : near;
}
