import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { useLocalKey } from '../../commands/localKeys';
import { keysOf } from '../../commands/registry';
import { attrFlag, attrText } from '../../config/attributes';
import type { ObjectTag } from '../../config/compile';
import { head, type Entry } from '../../model/document';
import { numberRegions } from '../../shell/regionRows';
import {
  useActions,
  useConfig,
  useDocument,
  useEditable,
  useEditor,
  useEditorState,
  useItem,
  useObject,
  useTranslate,
  useView,
} from '../../state/context';
import { regionsOnObject } from '../../state/selectors';
import type { TagProps } from '../TagView';
import { CanvasFailure, CanvasSkeleton } from './CanvasStatus';
import { combineMasks, type MaskOperation } from './geometry/maskSets';
import type { Size } from './geometry/shapes';
import { toShape } from './geometry/stored';
import { readFrameStyle, readImageAttributes, readImageControls } from './imageAttributes';
import { ImageCanvas } from './ImageCanvas';
import {
  brushSizeOf,
  bareTool,
  brushSizes,
  clampBrush,
  drawingControls,
  drawingOf,
  drawingTools,
  isSmartTool,
  pickedOf,
  shapeNameOf,
  unlabeledTool,
  type Assistance,
} from './imageControls';
import {
  brushKey,
  ellipseKey,
  eraserKey,
  keyPointKey,
  largerBrushKey,
  magicWandKey,
  nextPageKey,
  panKey,
  polygonKey,
  previousPageKey,
  rectangle3Key,
  rectangleKey,
  rotateLeftKey,
  rotateRightKey,
  selectKey,
  smallerBrushKey,
  smartKey,
  vectorKey,
  zoomActualKey,
  zoomFitKey,
  zoomInKey,
  zoomOutKey,
  type ImageKey,
} from './imageKeys';
import { ImagePager } from './ImagePager';
import { imageRegionsOf } from './imageRegions';
import { geometryFor } from './regionShape';
import { ImageToolbar, type PictureLook } from './ImageToolbar';
import type {
  DrawnHow,
  HeldTool,
  ImageAttributes,
  ImageCanvasHandle,
  ImageRegion,
  ImageTool,
  RegionChange,
  SelectMode,
  StoredShape,
} from './types';
import { useBitmasks } from './useBitmasks';
import { pagesOf, useImageAddress } from './useImageAddress';
import { useImageRotation } from './useImageRotation';
import { useTool } from './useTool';

/** An image whose parts can be labeled. */
export function ImageTag({ node }: TagProps): JSX.Element | null {
  const object = useObject(node);
  return object === undefined ? null : <LabeledImage object={object} />;
}

function LabeledImage({ object }: { object: ObjectTag }): JSX.Element {
  const { node, name } = object;
  const t = useTranslate();
  const { anchors } = useEditor();
  const actions = useActions();
  const config = useConfig();
  const document = useDocument();
  const editable = useEditable();
  const settings = useEditorState((state) => state.settings);
  const selection = useView((view) => view.selection);
  const hidden = useView((view) => view.hidden);
  const locked = useView((view) => view.locked);
  const hovered = useView((view) => view.hovered);
  const activeLabels = useView((view) => view.activeLabels);
  const relating = useView((view) => view.relationFrom !== null);
  const item = useItem(name);

  const pages = useMemo(() => pagesOf(object.value), [object.value]);
  const page = Math.min(item, pages.length - 1);
  const address = useImageAddress(pages[page] ?? '');
  const sourceField = attrText(node, 'valuelist') ?? attrText(node, 'value') ?? '';
  const attributes = useMemo(() => readImageAttributes(node), [node]);
  const controls = useMemo(() => readImageControls(node), [node]);
  const [brightness, setBrightness] = useState(100);
  const [contrast, setContrast] = useState(100);
  const [look, setLook] = useState<PictureLook>(() => lookOfPicture(attributes));
  const canvas = useRef<ImageCanvasHandle>(null);
  const natural = useRef<Size | null>(null);

  const entries = regionsOnObject(document, name);
  const bitmasks = useBitmasks(entries);
  const numbers = useMemo(() => numberRegions(document, settings), [document, settings]);
  const { prompts, suggestions } = useSuggested(name, page);
  const regions = useMemo(
    () => imageRegionsOf(entries, { config, item: page, hidden, locked, numbers, bitmasks }),
    [entries, config, page, hidden, locked, numbers, bitmasks],
  );
  const [rotation, turn] = useImageRotation(entries, page);

  const drawers = useMemo(() => drawingControls(config, name), [config, name]);
  const assistance = useAssistance();
  const picked = useMemo(
    () => pickedOf(drawers, editable ? activeLabels : {}, assistance),
    [drawers, editable, activeLabels, assistance],
  );
  const offered = useMemo<HeldTool[]>(
    () => [
      ...(controls.select ? (['select'] as const) : []),
      ...(editable ? toolOrder.filter((tool) => drawingTools(drawers, assistance).has(tool)) : []),
      ...(controls.zoom ? (['pan'] as const) : []),
    ],
    [controls, editable, drawers, assistance],
  );
  const [begun, setBegun] = useState<{ id: string; tool: ImageTool } | null>(null);
  const working = workingOn(regions, selection, begun);
  const [held, setTool] = useTool({
    offered,
    unlabeled: editable ? unlabeledTool(drawers) : null,
    picked,
    working,
  });
  const tool = bareTool(held);
  const drawing = useMemo(
    () => drawingOf(config, name, activeLabels, held),
    [config, name, activeLabels, held],
  );
  const [brushSize, setBrushSize] = useState(() => brushSizeOf(drawers));
  useUnfinished(regions);
  const [hint, showHint] = useHint();

  const shared = (): Record<string, unknown> => ({
    ...(natural.current && {
      original_width: natural.current.width,
      original_height: natural.current.height,
    }),
    image_rotation: rotation,
  });
  const create = (shape: StoredShape, { negative }: DrawnHow): void => {
    const paged = attrText(node, 'valuelist') !== undefined || pages.length > 1;
    const drawn = {
      object: name,
      shape: drawing.shape ?? shape.kind,
      shared: { ...(paged && { item_index: page }), ...shared() },
    };
    if (isSmartTool(held)) {
      actions.addPrompt({ ...drawn, geometry: geometryFor(shape, drawing.shape), positive: !negative });
      return;
    }
    const id = actions.createRegion({ ...drawn, geometry: geometryFor(shape, drawing.shape) });
    const goesOn = shape.kind === 'mask' ? tool === 'brush' : isUnfinished(shape);
    if (id === null || !goesOn) return;
    // More points and strokes are added to it while it is selected.
    actions.select([id]);
    setBegun({ id, tool });
  };
  const change = (changes: readonly RegionChange[]): void =>
    actions.setGeometries(
      changes.map(({ id, shape }) => ({ id, geometry: geometryFor(shape, null) })),
      shared(),
    );
  const reshape = ({ id, shape }: RegionChange, finished: boolean): void => {
    const type = document.entries[id] && shapeNameOf(head(document.entries[id]).type);
    actions.setGeometries([{ id, geometry: geometryFor(shape, type ?? null) }], shared());
    if (finished) actions.finishRegion(id);
  };
  const select = (ids: readonly string[], mode: SelectMode): void => {
    const [only] = ids;
    if (mode === 'add') actions.select([...new Set([...selection, ...ids])]);
    else if (ids.length === 1 && only !== undefined) actions.clickRegion(only, mode);
    else if (relating) actions.cancelRelation();
    else if (ids.length > 0 || selection.length > 0) actions.select(ids);
  };

  const masks = selectedMasks(regions, selection);
  const combine = (operation: MaskOperation): void => {
    const size = natural.current;
    const [first, ...others] = masks;
    if (size === null || first === undefined || others.length === 0) return;
    const shapes = masks.flatMap(({ shape }) => {
      const placed = toShape(shape, size);
      return placed.kind === 'mask' ? [placed.mask] : [];
    });
    const mask: StoredShape = { kind: 'mask', pixels: combineMasks(operation, shapes), size };
    const entry = document.entries[first.id];
    const type = entry === undefined ? null : shapeNameOf(head(entry).type);
    const gone = operation === 'subtract' ? [] : others.map(({ id }) => id);
    actions.absorbRegions(first.id, geometryFor(mask, type), gone, shared());
  };

  const showPage = (next: number): void => {
    if (next >= 0 && next < pages.length) actions.showItem(name, next);
  };
  const has = (wanted: HeldTool): boolean => offered.includes(wanted);
  useImageKey(selectKey, () => setTool('select'), has('select'));
  useImageKey(panKey, () => setTool('pan'), has('pan'));
  useImageKey(rectangleKey, () => setTool('rectangle'), has('rectangle'));
  useImageKey(rectangle3Key, () => setTool('rectangle3'), has('rectangle3'));
  useImageKey(ellipseKey, () => setTool('ellipse'), has('ellipse'));
  useImageKey(polygonKey, () => setTool('polygon'), has('polygon') && held !== 'polygon');
  // The same key takes turns where there are both.
  useImageKey(vectorKey, () => setTool('vector'), has('vector') && (held === 'polygon' || !has('polygon')));
  useImageKey(keyPointKey, () => setTool('keypoint'), has('keypoint'));
  useImageKey(brushKey, () => setTool('brush'), has('brush'));
  useImageKey(eraserKey, () => setTool('eraser'), has('eraser'));
  useImageKey(magicWandKey, () => setTool('magicwand'), has('magicwand'));
  const smart = offered.filter(isSmartTool);
  const nextSmart = smart[(smart.findIndex((each) => each === held) + 1) % smart.length];
  useImageKey(smartKey, () => nextSmart && setTool(nextSmart), nextSmart !== undefined);
  const paints = has('brush') || has('smart-brush');
  const resizeBrush = (by: number): void => setBrushSize((size) => clampBrush(size + by));
  useImageKey(smallerBrushKey, () => resizeBrush(-brushSizes.step), paints);
  useImageKey(largerBrushKey, () => resizeBrush(brushSizes.step), paints);
  useImageKey(zoomInKey, () => canvas.current?.zoomIn(), attributes.zoom);
  useImageKey(zoomOutKey, () => canvas.current?.zoomOut(), attributes.zoom);
  useImageKey(zoomFitKey, () => canvas.current?.zoomToFit(), attributes.zoom);
  useImageKey(zoomActualKey, () => canvas.current?.zoomToActual(), attributes.zoom);
  useImageKey(rotateLeftKey, () => turn(-90), controls.rotate);
  useImageKey(rotateRightKey, () => turn(90), controls.rotate);
  useImageKey(previousPageKey, () => showPage(page - 1), page > 0);
  useImageKey(nextPageKey, () => showPage(page + 1), page < pages.length - 1);

  useEffect(
    () =>
      anchors.register(name, (id) => {
        const rect = canvas.current?.rectOf(id);
        return rect ? [rect] : [];
      }),
    [anchors, name],
  );
  useEffect(() => anchors.moved(), [anchors, regions]);
  const onNaturalSize = useCallback((width: number, height: number) => {
    natural.current = { width, height };
  }, []);
  const labeled = useMemo(() => new Set(entries.map((entry) => head(entry).item_index ?? 0)), [entries]);
  const zoom = {
    zoomIn: () => canvas.current?.zoomIn(),
    zoomOut: () => canvas.current?.zoomOut(),
    zoomToFit: () => canvas.current?.zoomToFit(),
    zoomToActual: () => canvas.current?.zoomToActual(),
  };

  return (
    <div className={`gs-image-tag ${attrText(node, 'classname') ?? ''}`.trim()}>
      <ImageToolbar
        tools={offered}
        tool={held}
        controls={controls}
        brushSize={brushSize}
        brightness={brightness}
        contrast={contrast}
        zoom={zoom}
        masks={masks.length}
        look={look}
        onLook={setLook}
        onCombine={combine}
        onTool={setTool}
        onTurn={turn}
        onBrushSize={setBrushSize}
        onBrightness={setBrightness}
        onContrast={setContrast}
      />
      <div className="gs-image-frame" style={readFrameStyle(node)}>
        {address === null ? (
          <CanvasSkeleton t={t} />
        ) : address === '' ? (
          <CanvasFailure src="" field={sourceField} t={t} />
        ) : (
          <ImageCanvas
            smoothing={settings.smoothPixels && 'auto'}
            invertZoom={settings.invertZoom}
            {...attributes}
            {...look}
            ref={canvas}
            src={address}
            name={name}
            t={t}
            sourceField={sourceField}
            regions={regions}
            prompts={prompts}
            suggestions={suggestions}
            onAccept={(id) => actions.acceptSuggestions([id])}
            onReject={(id) => actions.rejectSuggestions([id])}
            selection={selection}
            // The other end of a relation is picked, not drawn or dragged.
            tool={relating ? 'select' : tool}
            readonly={!editable || relating}
            canDraw={drawing.shape !== null && editable && !relating}
            activeColor={drawing.color ?? colorOfSelected(regions, selection)}
            snap={drawing.snap}
            brushSize={brushSize}
            pointSize={drawing.pointSize}
            vector={drawing.vector}
            wandThreshold={drawing.wandThreshold}
            wandBlur={drawing.wandBlur}
            imageRotation={rotation}
            highlighted={hovered}
            brightness={brightness}
            contrast={contrast}
            showLabels={attrFlag(node, 'showlabels', settings.showLabels)}
            onCreate={create}
            onChange={change}
            onReshape={reshape}
            onSelect={select}
            onHover={actions.hover}
            onNaturalSize={onNaturalSize}
            onDrawRefused={(reason) => showHint(t(reason === 'label' ? 'pickLabelFirst' : 'wandBlocked'))}
            onView={anchors.moved}
          />
        )}
        <div className="gs-image-hint" role="status">
          {hint}
        </div>
      </div>
      {pages.length > 1 && <ImagePager pages={pages} page={page} labeled={labeled} onPage={showPage} />}
    </div>
  );
}

const toolOrder: readonly HeldTool[] = [
  'rectangle',
  'rectangle3',
  'ellipse',
  'polygon',
  'keypoint',
  'vector',
  'brush',
  'eraser',
  'magicwand',
  'smart-rectangle',
  'smart-ellipse',
  'smart-keypoint',
  'smart-brush',
];

/** What was drawn for a model on a page of the image, and what it suggests. */
function useSuggested(object: string, item: number): Record<'prompts' | 'suggestions', ImageRegion[]> {
  const config = useConfig();
  const { prompts, suggestions } = useView((view) => view.assist);
  const suggested = useMemo(
    () => suggestions.filter((entry) => head(entry).to_name === object),
    [suggestions, object],
  );
  const bitmasks = useBitmasks(suggested);
  return useMemo(() => {
    const source = { config, item, hidden: {}, locked: {}, numbers: new Map<string, number>(), bitmasks };
    const asked = prompts.filter((entry) => head(entry).to_name === object);
    const negative = new Set(asked.filter(isNegative).map(({ id }) => id));
    return {
      prompts: imageRegionsOf(asked, source).map((region) =>
        negative.has(region.id) ? { ...region, color: NEGATIVE } : region,
      ),
      suggestions: imageRegionsOf(suggested, source),
    };
  }, [config, item, object, prompts, suggested, bitmasks]);
}

/** Points that do not belong to what is meant look the same whatever the label. */
const NEGATIVE = '#c93a3a';

const isNegative = (entry: Entry): boolean => head(entry)['is_positive'] === false;

/** Whether there is a model to ask, and it is to be asked. */
function useAssistance(): Assistance {
  const { props } = useEditor();
  const editable = useEditable();
  const on = useEditorState((state) => state.settings.autoAnnotation);
  const model = props.onPrompt !== undefined;
  return useMemo(() => ({ model, assisted: model && editable && on }), [model, editable, on]);
}

/** Selected masks that can be changed, in the order they were selected. */
const selectedMasks = (regions: readonly ImageRegion[], selection: readonly string[]): ImageRegion[] =>
  selection.length < 2
    ? []
    : selection.flatMap((id) => {
        const region = regions.find((candidate) => candidate.id === id);
        const changeable = region && !region.hidden && !region.locked && !region.readonly;
        return changeable && region.shape.kind === 'mask' ? [region] : [];
      });

/** What the person may switch on and off, as the config starts with it. */
const lookOfPicture = ({ crosshair, grid }: ImageAttributes): PictureLook => ({
  crosshair: crosshair === true,
  grid: grid === true,
});

const isUnfinished = (shape: StoredShape): boolean =>
  (shape.kind === 'polygon' || shape.kind === 'vector') && !shape.closed;

/** The selected region when it is not finished, with the tool that goes on with it. */
function workingOn(
  regions: readonly ImageRegion[],
  selection: readonly string[],
  begun: { id: string; tool: ImageTool } | null,
): { id: string; tool: ImageTool } | null {
  const [id] = selection;
  if (id === undefined || selection.length > 1) return null;
  if (begun?.id === id) return begun;
  const shape = regions.find((region) => region.id === id)?.shape;
  return shape?.kind === 'polygon' && !shape.closed ? { id, tool: 'polygon' } : null;
}

const colorOfSelected = (regions: readonly ImageRegion[], selection: readonly string[]): string | undefined =>
  regions.find(({ id }) => id === selection.at(-1))?.color;

/** Selects a polygon that was left unfinished when the annotation is opened, so that it can be gone on with. */
function useUnfinished(regions: readonly ImageRegion[]): void {
  const actions = useActions();
  const editable = useEditable();
  const opened = useEditorState((state) => state.activeKey);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (seen.current === opened) return;
    seen.current = opened;
    const left = regions.findLast(
      ({ shape, readonly }) => shape.kind === 'polygon' && !shape.closed && !readonly,
    );
    if (editable && left) actions.select([left.id]);
  }, [opened, regions, editable, actions]);
}

/** A key of the image; the same key of a label goes first. */
function useImageKey(key: ImageKey, perform: () => void, enabled = true): void {
  const { props } = useEditor();
  useLocalKey(keysOf(key, props.options.hotkeys), perform, enabled, true);
}

/** How long a hint stays, milliseconds. */
const HINT_TIME = 2500;

/** A short text over the picture that goes by itself. */
function useHint(): [string | null, (text: string) => void] {
  const [hint, setHint] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (!hint) return undefined;
    const timer = setTimeout(() => setHint(null), HINT_TIME);
    return () => clearTimeout(timer);
  }, [hint]);
  return [hint?.text ?? null, (text) => setHint({ text })];
}
