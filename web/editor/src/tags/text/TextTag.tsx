import { useEffect, useId, useMemo, useRef, type JSX } from 'react';
import { attrFlag, attrText } from '../../config/attributes';
import type { ObjectTag } from '../../config/compile';
import {
  useActions,
  useCanEdit,
  useConfig,
  useDocument,
  useEditor,
  useEditorState,
  useObject,
  useSelectedRegion,
  useTranslate,
  useView,
} from '../../state/context';
import type { Entry } from '../../model/document';
import { regionsOnObject } from '../../state/selectors';
import type { TagProps } from '../TagView';
import { granularityFor, widen, type Granularity } from './granularity';
import { blockAt, spanAt, splitBlocks, spansByBlock, type Span, type Stretch } from './layout';
import { CodePoints, escapeLineBreaks } from './offsets';
import { savesText } from './savesText';
import { offsetAt, rangeOf, selectedStretch } from './selection';
import { markSpans, spansOf, type PlacedSpan } from './spans';
import { TextBlock } from './TextBlock';
import { TextCaret } from './TextCaret';
import { TextEdges } from './TextEdges';
import { useNearBlocks } from './useNearBlocks';
import { useTextContent } from './useTextContent';
import { useTextKeys } from './useTextKeys';

/** Plain text whose parts can be labeled. */
export function TextTag({ node }: TagProps): JSX.Element | null {
  const object = useObject(node);
  return object === undefined ? null : <TextObject object={object} />;
}

function TextObject({ object }: { object: ObjectTag }): JSX.Element {
  const t = useTranslate();
  const content = useTextContent(object);
  if (content.status === 'loading')
    return <div className="gs-skeleton" role="status" aria-label={t('textLoading')} />;
  if (content.status === 'failed') {
    return (
      <div className="gs-problem" role="alert">
        {content.message}
      </div>
    );
  }
  return <LabeledText object={object} text={content.text} />;
}

function LabeledText({ object, text }: { object: ObjectTag; text: string }): JSX.Element {
  const t = useTranslate();
  const { anchors, core } = useEditor();
  const actions = useActions();
  const config = useConfig();
  const document = useDocument();
  const settings = useEditorState((state) => state.settings);
  const root = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const hidden = useView((view) => view.hidden);
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const relationFrom = useView((view) => view.relationFrom);

  const points = useMemo(() => new CodePoints(text), [text]);
  const blocks = useMemo(() => splitBlocks(text), [text]);
  const regions = regionsOnObject(document, object.name);
  const known = useMemo(
    () => ({ points, config, spans: new WeakMap<Entry, PlacedSpan | null>() }),
    [points, config],
  );
  const spans = useMemo(
    () => spansOf(regions, known.points, known.config, hidden, known.spans),
    [regions, known, hidden],
  );
  const near = useNearBlocks(root, blocks.length);
  const lists = useMemo(() => spansByBlock(blocks, spans), [blocks, spans]);
  const marked = useMemo(
    () => markSpans(lists, { selection, hovered, relationFrom }),
    [lists, selection, hovered, relationFrom],
  );

  const granularity = (): Granularity => granularityFor(object, config, core.content.view.activeLabels);
  /** What results hold of a stretch; null where nothing but white space is in it. */
  const geometryFor = (selected: Stretch): Record<string, unknown> | null => {
    const stretch = widen(text, selected, granularity());
    if (stretch === null) return null;
    const start = points.fromUnits(stretch.start);
    const end = points.fromUnits(stretch.end);
    return { start, end, ...(savesText(object) && { text: escapeLineBreaks(points.slice(start, end)) }) };
  };
  const create = (selected: Stretch): void => {
    const geometry = attrFlag(object.node, 'selectionenabled', true) ? geometryFor(selected) : null;
    if (geometry === null) return;
    const id = actions.createRegion({ object: object.name, shape: null, geometry });
    if (id !== null) window.getSelection()?.removeAllRanges();
  };
  const finishSelection = (): void => {
    const native = window.getSelection();
    const stretch = root.current === null ? null : selectedStretch(root.current, native);
    if (stretch !== null) create(stretch);
  };
  const keys = useTextKeys(root, finishSelection);

  // A selection may end anywhere on the page, so the pointer is followed beyond the text.
  const pressed = useRef(false);
  const latestFinish = useRef(finishSelection);
  useEffect(() => {
    latestFinish.current = finishSelection;
  });
  useEffect(() => {
    const onPointerUp = (): void => {
      if (!pressed.current) return;
      pressed.current = false;
      // The browser settles the selection after the event.
      setTimeout(() => latestFinish.current(), 0);
    };
    window.addEventListener('pointerup', onPointerUp);
    return () => window.removeEventListener('pointerup', onPointerUp);
  }, []);

  useEffect(() => {
    const byId = new Map(spans.map((span) => [span.id, span]));
    return anchors.register(object.name, (id) => {
      const span = byId.get(id);
      const range = span === undefined || root.current === null ? null : rangeOf(root.current, blocks, span);
      return range === null ? [] : [...range.getClientRects()];
    });
  }, [anchors, object.name, spans, blocks]);

  const chosen = useSelectedRegion();
  const canEdit = useCanEdit(chosen);
  const edited = (canEdit && spans.find(({ id }) => id === chosen?.id)) || null;
  const moveEdge = (stretch: Stretch, gesture: string): void => {
    const geometry = geometryFor(stretch);
    if (edited !== null && geometry !== null) actions.setGeometry(edited.id, geometry, gesture);
  };

  const positionOf = (target: EventTarget | null, x: number, y: number): number | null => {
    const caret = window.document.caretPositionFromPoint?.(x, y);
    if (root.current !== null && caret?.offsetNode instanceof Text)
      return offsetAt(root.current, caret.offsetNode, caret.offset);
    const segment = target instanceof Element ? target.closest<HTMLElement>('.gs-segment') : null;
    return segment === null ? null : Number(segment.dataset['start']);
  };
  const spanUnder = (target: EventTarget, x: number, y: number) => {
    const segment = target instanceof Element ? target.closest<HTMLElement>('.gs-span') : null;
    if (segment === null) return null;
    const start = Number(segment.dataset['start']);
    const end = start + (segment.firstChild?.textContent ?? '').length - 1;
    const position = Math.min(Math.max(positionOf(target, x, y) ?? start, start), end);
    return spanAt(marked[blockAt(blocks, position)] ?? [], position);
  };

  return (
    <div className="gs-text-object" data-line-numbers={settings.showLineNumbers}>
      <div
        ref={root}
        className={`gs-text ${attrText(object.node, 'classname') ?? ''}`.trim()}
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={t('textObject', { name: object.name })}
        aria-describedby={helpId}
        tabIndex={0}
        data-connecting={relationFrom !== null}
        onPointerDown={(event) => {
          pressed.current = event.button === 0;
        }}
        onClick={(event) => {
          if (window.getSelection()?.isCollapsed === false) return;
          const span = spanUnder(event.target, event.clientX, event.clientY);
          if (span !== null)
            actions.clickRegion(span.id, event.ctrlKey || event.metaKey ? 'toggle' : 'replace');
          else if (selection.length > 0) actions.select([]);
        }}
        onPointerMove={(event) =>
          actions.hover(spanUnder(event.target, event.clientX, event.clientY)?.id ?? null)
        }
        onPointerLeave={() => actions.hover(null)}
        {...keys}
      >
        {blocks.map((block, index) => (
          <TextBlock
            key={block.start}
            text={text}
            block={block}
            spans={(near === null || near.has(index) ? marked[index] : undefined) ?? noSpans}
            showLabels={attrFlag(object.node, 'showlabels', settings.showLabels)}
            showLineNumbers={settings.showLineNumbers}
          />
        ))}
      </div>
      <TextCaret root={root} />
      <TextEdges
        root={root}
        blocks={blocks}
        span={edited}
        positionOf={(x, y) => positionOf(null, x, y)}
        onMove={moveEdge}
      />
      <span id={helpId} className="gs-unseen">
        {t('textHelp')}
      </span>
    </div>
  );
}

const noSpans: readonly Span[] = [];
