import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type JSX } from 'react';
import { attrFlag, attrText } from '../../config/attributes';
import type { LabelingConfig, ObjectTag } from '../../config/compile';
import { resolveText } from '../../config/variables';
import { geometryOf, type Entry } from '../../model/document';
import {
  useActions,
  useConfig,
  useDocument,
  useEditor,
  useEditorState,
  useObject,
  useTranslate,
  useView,
} from '../../state/context';
import { regionsOnObject } from '../../state/selectors';
import { sanitizedContent } from '../html';
import type { TagProps } from '../TagView';
import { granularityFor, widen, type Granularity } from '../text/granularity';
import { escapeLineBreaks } from '../text/offsets';
import { savesText } from '../text/savesText';
import { regionStyle } from '../text/spans';
import { TextCaret } from '../text/TextCaret';
import { useTextContent } from '../text/useTextContent';
import { useTextKeys } from '../text/useTextKeys';
import { HyperTextMarks, rectsOf, type Marked } from './HyperTextMarks';
import { ContentText, rangeOf, type Span } from './places';

/** Text with markup whose parts can be labeled; without a name it only decorates. */
export function HyperTextTag({ node }: TagProps): JSX.Element {
  const object = useObject(node);
  const { data } = useConfig();
  if (object !== undefined) return <HyperTextObject object={object} />;
  const html = node.markup.trim() === '' ? resolveText(node.attrs['value'], data) : node.markup;
  return <Decoration html={html} />;
}

function Decoration({ html }: { html: string }): JSX.Element {
  const root = useContent(html);
  return <div ref={root} className="gs-hypertext gs-html" />;
}

function HyperTextObject({ object }: { object: ObjectTag }): JSX.Element {
  const t = useTranslate();
  const content = useTextContent(object);
  if (content.status === 'loading')
    return <div className="gs-skeleton" role="status" aria-label={t('textLoading')} />;
  if (content.status === 'failed')
    return (
      <div className="gs-problem" role="alert">
        {content.message}
      </div>
    );
  const { markup } = object.node;
  return (
    <LabeledHyperText
      key={content.text}
      object={object}
      html={markup.trim() === '' ? content.text : markup}
    />
  );
}

/** Puts the content into an element, without whatever could run. */
function useContent(html: string) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    root.current?.replaceChildren(sanitizedContent(html));
  }, [html]);
  return root;
}

function LabeledHyperText({ object, html }: { object: ObjectTag; html: string }): JSX.Element {
  const t = useTranslate();
  const { anchors, core } = useEditor();
  const actions = useActions();
  const config = useConfig();
  const document = useDocument();
  const showLabels = useEditorState((state) => state.settings.showLabels);
  const hidden = useView((view) => view.hidden);
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const connecting = useView((view) => view.relationFrom !== null);
  const root = useContent(html);
  const [text, setText] = useState<ContentText | null>(null);
  useLayoutEffect(() => {
    if (root.current !== null) setText(new ContentText(root.current));
  }, [root, html]);

  const regions = regionsOnObject(document, object.name);
  // What is known of a region stays until it changes.
  const known = useMemo(
    () => ({ text, config, regions: new WeakMap<Entry, Marked | null>() }),
    [text, config],
  );
  const marked = useMemo(
    () =>
      regions.flatMap((region): Marked[] => {
        if (known.text === null || hidden[region.id] === true) return [];
        let found = known.regions.get(region);
        if (found === undefined) {
          found = markedOf(region, known.text, known.config);
          known.regions.set(region, found);
        }
        return found === null ? [] : [found];
      }),
    [regions, hidden, known],
  );

  const create = (): void => {
    const native = window.getSelection();
    if (!native || native.isCollapsed || native.rangeCount === 0 || text === null) return;
    if (!attrFlag(object.node, 'selectionenabled', true)) return;
    const selected = text.spanOf(native.getRangeAt(0));
    const { activeLabels } = core.content.view;
    const span = selected && widened(text, selected, granularityFor(object, config, activeLabels));
    if (span === null) return;
    const geometry = { ...text.valueOf(span), ...coveredText(object, span) };
    const id = actions.createRegion({ object: object.name, shape: null, geometry });
    if (id !== null) native.removeAllRanges();
  };
  const keys = useTextKeys(root, create);
  const helpId = useId();
  const pressed = useRef(false);
  const latestCreate = useRef(create);
  useEffect(() => {
    latestCreate.current = create;
  });
  useEffect(() => {
    // A selection may end anywhere on the page, and the browser settles it after the event.
    const onPointerUp = (): void => {
      if (pressed.current) setTimeout(() => latestCreate.current(), 0);
      pressed.current = false;
    };
    window.addEventListener('pointerup', onPointerUp);
    return () => window.removeEventListener('pointerup', onPointerUp);
  }, []);

  useEffect(
    () =>
      anchors.register(object.name, (id) => {
        const found = marked.find((region) => region.id === id);
        return found === undefined ? [] : rectsOf(found.span);
      }),
    [anchors, object.name, marked],
  );

  const shortestFirst = useMemo(
    () => [...marked].sort((a, b) => a.end - a.start - (b.end - b.start)),
    [marked],
  );
  /** The shortest region under a place of the page; where that one is selected, the next. */
  const regionAt = (x: number, y: number): Marked | null => {
    const caret = window.document.caretPositionFromPoint?.(x, y);
    if (text === null || !(caret?.offsetNode instanceof Text)) return null;
    const at = text.plainOf({ node: caret.offsetNode, offset: caret.offset });
    const under = shortestFirst.filter(({ start, end }) => start <= at && at <= end);
    const chosen = under.findIndex(({ id }) => selection.includes(id));
    return under[(chosen + 1) % under.length] ?? null;
  };

  return (
    <div className={`gs-hypertext-object ${attrText(object.node, 'classname') ?? ''}`.trim()}>
      <div
        ref={root}
        className="gs-hypertext gs-html"
        role="document"
        aria-label={t('textObject', { name: object.name })}
        aria-describedby={helpId}
        tabIndex={0}
        data-connecting={connecting}
        onPointerDown={(event) => {
          pressed.current = event.button === 0;
        }}
        onClick={(event) => {
          const link = event.target instanceof Element ? event.target.closest('a') : null;
          if (link !== null && !attrFlag(object.node, 'clickablelinks')) event.preventDefault();
          if (window.getSelection()?.isCollapsed === false) return;
          const region = regionAt(event.clientX, event.clientY);
          if (region !== null)
            actions.clickRegion(region.id, event.ctrlKey || event.metaKey ? 'toggle' : 'replace');
          else if (selection.length > 0) actions.select([]);
        }}
        onPointerMove={(event) => actions.hover(regionAt(event.clientX, event.clientY)?.id ?? null)}
        onPointerLeave={() => actions.hover(null)}
        {...keys}
      />
      <TextCaret root={root} />
      <span id={helpId} className="gs-unseen">
        {t('textHelp')}
      </span>
      <HyperTextMarks
        marked={marked}
        selection={selection}
        hovered={hovered}
        showLabels={attrFlag(object.node, 'showlabels', showLabels)}
        onMoved={anchors.moved}
      />
    </div>
  );
}

/** A region as it lies on the content; null when it cannot be placed. */
function markedOf(region: Entry, text: ContentText, config: LabelingConfig): Marked | null {
  const span = text.spanFrom(geometryOf(region));
  if (span === null) return null;
  const { color, titles } = regionStyle(region, config);
  const { id } = region;
  return {
    id,
    span,
    start: text.plainOf(span.start),
    end: text.plainOf(span.end),
    color,
    label: titles.join(', '),
  };
}

/** A selection as whole words, sentences or paragraphs; as it is for single symbols. */
function widened(text: ContentText, span: Span, granularity: Granularity): Span | null {
  if (granularity === 'symbol') return span;
  const selected = { start: text.plainOf(span.start), end: text.plainOf(span.end) };
  const wide = widen(text.plain, selected, granularity);
  return wide && text.spanAtPlain(wide.start, wide.end);
}

/** The text a region covers, as the browser shows it; nothing where it is not to be saved. */
function coveredText(object: ObjectTag, span: Span): { text?: string } {
  if (!savesText(object)) return {};
  const range = rangeOf(span);
  const native = window.getSelection();
  native?.removeAllRanges();
  native?.addRange(range);
  return { text: escapeLineBreaks(native?.toString() ?? range.toString()) };
}
