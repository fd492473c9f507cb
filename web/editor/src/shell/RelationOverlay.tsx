import { useEffect, useLayoutEffect, useRef, useState, type JSX, type RefObject } from 'react';
import { directionOf, objectOf, type RelationEntry } from '../model/document';
import { useConfig, useDocument, useEditor, useView } from '../state/context';
import { curve, type Curve } from './relationCurve';

interface DrawnRelation extends Curve {
  key: string;
  label: string;
  color: string;
  startsWithArrow: boolean;
  endsWithArrow: boolean;
}

const plainColor = 'var(--gs-accent)';

/** Relations as arrows over the task, between whatever draws the regions. */
export function RelationOverlay({ area }: { area: RefObject<HTMLElement | null> }): JSX.Element | null {
  const { anchors } = useEditor();
  const config = useConfig();
  const document = useDocument();
  const hidden = useView((view) => view.relationsHidden);
  const hiddenOnes = useView((view) => view.hiddenRelations);
  const hiddenRegions = useView((view) => view.hidden);
  const hovered = useView((view) => view.hoveredRelation);
  const [drawn, setDrawn] = useState<readonly DrawnRelation[]>([]);
  const layer = useRef<SVGSVGElement>(null);
  const relations = hidden ? none : document.relations;
  const measure = useRef<() => void>(() => undefined);

  useLayoutEffect(() => {
    measure.current = () => {
      const origin = layer.current?.getBoundingClientRect();
      if (origin === undefined) return;
      setDrawn(
        relations.flatMap((relation): DrawnRelation[] => {
          const from = document.entries[relation.element.from_id ?? ''];
          const to = document.entries[relation.element.to_id ?? ''];
          if (
            from === undefined ||
            to === undefined ||
            hiddenOnes[relation.key] === true ||
            hiddenRegions[from.id] === true ||
            hiddenRegions[to.id] === true
          )
            return [];
          const start = anchors.rectsOf(objectOf(from), from.id)[0];
          const end = anchors.rectsOf(objectOf(to), to.id)[0];
          if (start === undefined || end === undefined) return [];
          const direction = directionOf(relation);
          const labels = Array.isArray(relation.element.labels) ? relation.element.labels : [];
          const first = config.relations?.labels.find(({ name }) => name === labels[0]);
          return [
            {
              key: relation.key,
              label: labels.join(', '),
              color: first?.color ?? plainColor,
              startsWithArrow: direction !== 'right',
              endsWithArrow: direction !== 'left',
              ...curve(start, end, origin),
            },
          ];
        }),
      );
    };
    measure.current();
  }, [anchors, config, document, relations, hiddenRegions, hiddenOnes]);

  useEffect(() => {
    let frame = 0;
    const schedule = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => measure.current());
    };
    const unsubscribe = anchors.subscribe(schedule);
    const observer = new ResizeObserver(schedule);
    const element = area.current;
    if (element !== null) {
      observer.observe(element);
      for (const child of element.children) observer.observe(child);
    }
    element?.addEventListener('scroll', schedule, true);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      observer.disconnect();
      element?.removeEventListener('scroll', schedule, true);
    };
  }, [anchors, area]);

  return (
    <svg ref={layer} className="gs-relation-layer" aria-hidden>
      {drawn.map((relation) => (
        <g
          key={relation.key}
          data-hovered={relation.key === hovered || undefined}
          style={{ color: relation.color }}
        >
          <path d={relation.path} className="gs-relation-line" />
          {relation.endsWithArrow && (
            <path d="M0 0l-9 4v-8z" transform={relation.endArrow} fill="currentColor" />
          )}
          {relation.startsWithArrow && (
            <path d="M0 0l-9 4v-8z" transform={relation.startArrow} fill="currentColor" />
          )}
          {relation.label !== '' && (
            <text x={relation.middle.x} y={relation.middle.y} className="gs-relation-text">
              {relation.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const none: readonly RelationEntry[] = [];
