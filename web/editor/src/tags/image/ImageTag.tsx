import { useCallback, useEffect, useMemo, useRef, useState, type JSX } from 'react';
import { useLocalKey } from '../../commands/localKeys';
import { keysOf } from '../../commands/registry';
import { attrFlag, attrText } from '../../config/attributes';
import type { ObjectTag } from '../../config/compile';
import { head } from '../../model/document';
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
import type { Size } from './geometry/shapes';
import { readFrameStyle, readImageAttributes, readImageControls } from './imageAttributes';
import { ImageCanvas } from './ImageCanvas';
import { brushOf, drawingLabels, rectangleControls } from './imageControls';
import {
  nextPageKey,
  panKey,
  previousPageKey,
  rectangle3Key,
  rectangleKey,
  rotateLeftKey,
  rotateRightKey,
  selectKey,
  zoomActualKey,
  zoomFitKey,
  zoomInKey,
  zoomOutKey,
  type ImageKey,
} from './imageKeys';
import { ImagePager } from './ImagePager';
import { imageRegionsOf } from './imageRegions';
import { ImageToolbar } from './ImageToolbar';
import type { ImageCanvasHandle, ImageTool, PercentRect, RegionChange, SelectMode } from './types';
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
  const canvas = useRef<ImageCanvasHandle>(null);
  const natural = useRef<Size | null>(null);

  const entries = regionsOnObject(document, name);
  const numbers = useMemo(() => numberRegions(document, settings), [document, settings]);
  const regions = useMemo(
    () => imageRegionsOf(entries, { config, item: page, selection, hidden, locked, numbers }),
    [entries, config, page, selection, hidden, locked, numbers],
  );
  const [rotation, turn] = useImageRotation(entries, page);

  const brush = useMemo(() => brushOf(config, name, activeLabels), [config, name, activeLabels]);
  const drawing = useMemo(() => rectangleControls(config, name), [config, name]);
  const offered = useMemo<ImageTool[]>(
    () => [
      ...(controls.select ? (['select'] as const) : []),
      ...(editable && drawing.length > 0 ? (['rectangle', 'rectangle3'] as const) : []),
      ...(controls.zoom ? (['pan'] as const) : []),
    ],
    [controls, editable, drawing],
  );
  const [tool, setTool] = useTool({
    offered,
    unlabeled: editable && drawing.some(({ tag }) => tag === 'rectangle'),
    labels: editable ? drawingLabels(config, name, activeLabels) : '',
  });
  const [hint, showHint] = useHint();

  const shared = (): Record<string, unknown> => ({
    ...(natural.current && {
      original_width: natural.current.width,
      original_height: natural.current.height,
    }),
    image_rotation: rotation,
  });
  const create = (rect: PercentRect): void => {
    const paged = attrText(node, 'valuelist') !== undefined || pages.length > 1;
    actions.createRegion({
      object: name,
      shape: 'rectangle',
      geometry: { ...rect },
      shared: { ...(paged && { item_index: page }), ...shared() },
    });
  };
  const change = (changes: readonly RegionChange[]): void =>
    actions.setGeometries(
      changes.map(({ id, rect }) => ({ id, geometry: { ...rect } })),
      shared(),
    );
  const select = (ids: readonly string[], mode: SelectMode): void => {
    const [only] = ids;
    if (mode === 'add') actions.select([...new Set([...selection, ...ids])]);
    else if (ids.length === 1 && only !== undefined) actions.clickRegion(only, mode);
    else if (relating) actions.cancelRelation();
    else if (ids.length > 0 || selection.length > 0) actions.select(ids);
  };

  const showPage = (next: number): void => {
    if (next >= 0 && next < pages.length) actions.showItem(name, next);
  };
  const has = (wanted: ImageTool): boolean => offered.includes(wanted);
  useImageKey(selectKey, () => setTool('select'), has('select'));
  useImageKey(panKey, () => setTool('pan'), has('pan'));
  useImageKey(rectangleKey, () => setTool('rectangle'), has('rectangle'));
  useImageKey(rectangle3Key, () => setTool('rectangle3'), has('rectangle3'));
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
        tool={tool}
        controls={controls}
        brightness={brightness}
        contrast={contrast}
        zoom={zoom}
        onTool={setTool}
        onTurn={turn}
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
            ref={canvas}
            src={address}
            name={name}
            t={t}
            sourceField={sourceField}
            regions={regions}
            // The other end of a relation is picked, not drawn or dragged.
            tool={relating ? 'select' : tool}
            readonly={!editable || relating}
            canDraw={brush.canDraw && editable && !relating}
            activeColor={brush.color}
            snap={brush.snap}
            imageRotation={rotation}
            highlighted={hovered}
            brightness={brightness}
            contrast={contrast}
            showLabels={attrFlag(node, 'showlabels', settings.showLabels)}
            onCreate={create}
            onChange={change}
            onSelect={select}
            onHover={actions.hover}
            onNaturalSize={onNaturalSize}
            onDrawRefused={() => showHint(t('pickLabelFirst'))}
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
