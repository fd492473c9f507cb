import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Stage } from 'react-konva';
import { translator, type Translate } from '../../messages';
import { CanvasFailure, CanvasSkeleton } from './CanvasStatus';
import { fitScale, type Alignment } from './geometry/camera';
import { withFrame } from './geometry/shape';
import { toStored } from './geometry/stored';
import type { Size } from './geometry/shapes';
import { GestureLayer, PictureLayer, RegionLayer } from './layers';
import { screenBounds } from './paint/pen';
import { SuggestionButtons } from './SuggestionButtons';
import type { Effect, Preview } from './tools/chart';
import { placedHandles } from './tools/handles';
import { pressTarget } from './tools/idle';
import { cursorOf, previewOf } from './tools/machine';
import { boxesOf, pointedSelection, selectedBoxes, unfinished, type Box, type Scene } from './tools/scene';
import { canClose } from './tools/vertices';
import type { ImageCanvasProps, ImageRegion, VectorRules } from './types';
import { useInput } from './useInput';
import { pixelsOf } from './pixels';
import { usePicture } from './usePicture';
import { useTools } from './useTools';
import { useView } from './useView';
import { usePixelRatio, useWindowSize } from './useWindowSize';

const TOP_LEFT: Alignment = { horizontal: 'left', vertical: 'top' };
const DRAFT_COLOR = '#2f5fd0';
const NOTHING: Preview = {};
const NONE: readonly ImageRegion[] = [];
const NOBODY: ReadonlySet<string> = new Set();
const PLAIN_VECTOR: VectorRules = {
  closable: false,
  curves: false,
  skeleton: false,
  minPoints: 0,
  maxPoints: Infinity,
};
const english = translator(undefined, 'en');

/** See {@link ImageCanvasProps}. */
export function ImageCanvas({
  src,
  name,
  t = english,
  sourceField = 'src',
  regions,
  prompts = NONE,
  suggestions = NONE,
  selection,
  tool,
  canDraw,
  readonly = false,
  activeColor = DRAFT_COLOR,
  snap = 'none',
  brushSize = 15,
  pointSize = 2,
  vector = PLAIN_VECTOR,
  wandThreshold = 15,
  wandBlur = 5,
  imageRotation = 0,
  highlighted = null,
  onCreate,
  onAccept,
  onReject,
  onChange,
  onReshape,
  onSelect,
  onHover,
  onNaturalSize,
  onError,
  onDrawRefused,
  onView,
  ref,
  ...attributes
}: ImageCanvasProps) {
  const {
    alignment = TOP_LEFT,
    crossOrigin = 'none',
    defaultZoom = 'fit',
    negativeZoom = false,
  } = attributes;
  const {
    zoom = true,
    zoomBy = 1.1,
    invertZoom = false,
    smoothing = 'auto',
    showLabels = false,
  } = attributes;
  const { brightness = 100, contrast = 100, crosshair = false } = attributes;
  const { grid = false, gridSize = 30, gridColor = '#EEEEF4' } = attributes;
  const root = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const windowSize = useWindowSize(root);
  const pixelRatio = usePixelRatio();

  const [attempt, setAttempt] = useState(0);
  const loaded = usePicture(src, crossOrigin, attempt);
  const picture = loaded.status === 'ready' ? loaded.picture : null;
  const image = picture?.size ?? null;
  const [view, controls] = useView({
    image,
    rotation: imageRotation,
    window: windowSize,
    alignment,
    defaultZoom,
    negativeZoom,
  });

  // Boxes of one image size are known by their regions; another image begins anew.
  const known = useMemo(() => ({ image, boxes: new WeakMap<ImageRegion, Box>() }), [image]);
  const boxes = useMemo(() => known.image && boxesOf(regions, known.image, known.boxes), [regions, known]);
  const [prompted, suggested] = useMemo(() => {
    const placed = (list: readonly ImageRegion[]): Box[] =>
      known.image ? [...boxesOf(list, known.image, known.boxes).byId.values()] : [];
    return [placed(prompts), placed(suggestions)];
  }, [known, prompts, suggestions]);
  const dashed = useMemo(() => [...prompted, ...suggested], [prompted, suggested]);
  const selected = useMemo(() => (boxes ? selectedBoxes(boxes, new Set(selection)) : []), [boxes, selection]);
  const scene = useMemo<Scene | null>(
    () =>
      view &&
      boxes && {
        tool,
        canDraw,
        readonly,
        snap,
        brushSize,
        pointSize,
        vector,
        wand: { threshold: wandThreshold, blur: wandBlur },
        pixels: () => picture && pixelsOf(picture),
        boxes,
        selected,
        camera: view.camera,
        window: view.window,
      },
    [
      tool,
      canDraw,
      readonly,
      snap,
      brushSize,
      pointSize,
      vector,
      wandThreshold,
      wandBlur,
      picture,
      boxes,
      selected,
      view,
    ],
  );

  const run = (effect: Effect, { camera, boxes: all }: Scene) => {
    switch (effect.type) {
      case 'create':
        return onCreate(toStored(effect.shape, camera.image), { negative: effect.negative === true });
      case 'change':
        return onChange(
          [...effect.changes].flatMap(([id, rect]) => {
            const box = all.byId.get(id);
            return box ? [{ id, shape: toStored(withFrame(box.shape, box.rect, rect), camera.image) }] : [];
          }),
        );
      case 'reshape':
        return onReshape(
          { id: effect.id, shape: toStored(effect.shape, camera.image) },
          effect.finished === true,
        );
      case 'select':
        return onSelect(effect.ids, effect.mode);
      case 'pan':
        return void controls.pan(effect.delta);
      case 'refuse':
        return onDrawRefused?.(effect.reason);
    }
  };
  const [state, send] = useTools(scene, run);
  const { pointer, handlers } = useInput({
    root,
    scene,
    state,
    controls,
    send,
    zoom,
    invertZoom,
  });

  const preview = useMemo(
    () => (scene ? previewOf(state, scene, pointer) : NOTHING),
    [state, scene, pointer],
  );
  const atRest = state.name === 'idle' || state.name === 'pointingRegion' || state.name === 'pointingHandle';
  // The layer of all regions leaves out what is shown elsewhere, and is not drawn anew while the same ones are.
  const absent = useSame(absentFrom(preview));
  const pointed = useMemo(() => (scene ? pointedSelection(scene) : null), [scene]);
  const closable =
    scene !== null && pointed !== null && unfinished(scene) !== null && canClose(scene, pointed.shape);
  const handles = useMemo(() => (scene && atRest ? placedHandles(scene) : []), [scene, atRest]);
  const underPointer =
    scene && pointer && state.name === 'idle' && tool !== 'pan' ? pressTarget(scene, pointer) : null;
  const hovered = underPointer ?? (highlighted ? (boxes?.byId.get(highlighted) ?? null) : null);

  const hoveredId = underPointer?.id ?? null;
  useEffect(() => onHover?.(hoveredId), [hoveredId, onHover]);
  useEffect(() => {
    if (image) onNaturalSize?.(image.width, image.height);
  }, [image, onNaturalSize]);
  const camera = view?.camera;
  useEffect(() => {
    if (camera) onView?.();
  }, [camera, onView]);
  const failure = loaded.status === 'failed' ? loaded.error.message : null;
  useEffect(() => {
    if (failure !== null) onError?.(failure);
  }, [failure, onError]);

  useImperativeHandle(
    ref,
    () => ({
      zoomIn: () => controls.zoomBy(zoomBy),
      zoomOut: () => controls.zoomBy(1 / zoomBy),
      zoomToFit: controls.zoomToFit,
      zoomToActual: controls.zoomToActual,
      cancel: () => {
        send({ type: 'cancel' });
        return state.name !== 'idle';
      },
      rectOf: (id) => {
        const box = scene?.boxes.byId.get(id);
        const origin = root.current?.getBoundingClientRect();
        if (!scene || !box || box.region.hidden || !origin) return null;
        const { minX, minY, maxX, maxY } = screenBounds(scene.camera, box.bounds);
        return new DOMRect(origin.x + minX, origin.y + minY, maxX - minX, maxY - minY);
      },
    }),
    [controls, zoomBy, send, state.name, scene],
  );

  const painting = (tool === 'brush' || tool === 'eraser') && !readonly;
  const layer = view && { view, pixelRatio };
  return (
    <div
      ref={root}
      className="gs-image"
      role="application"
      tabIndex={0}
      aria-label={t('imageObject', { name, count: regions.length })}
      aria-describedby={helpId}
      aria-busy={loaded.status === 'loading'}
      data-state={state.name}
      style={{ cursor: scene ? cursorOf(state, scene, pointer) : 'default' }}
      {...handlers}
    >
      {layer && picture && boxes && (
        // Konva would look for what is under the pointer at every move, which is done here by place.
        <Stage
          width={layer.view.window.width}
          height={layer.view.window.height}
          listening={false}
          style={{ pointerEvents: 'none' }}
        >
          <PictureLayer
            {...layer}
            picture={picture}
            smoothing={smoothing}
            gridGap={grid ? gridSize / fitScale(picture.size, imageRotation, layer.view.window) : null}
            gridColor={gridColor}
            brightness={brightness}
            contrast={contrast}
          />
          <RegionLayer {...layer} boxes={boxes} showLabels={showLabels} absent={absent} suggested={dashed} />
          <GestureLayer
            {...layer}
            boxes={boxes}
            selected={selected}
            pointed={pointed}
            closable={closable}
            brush={painting ? brushSize : null}
            preview={preview}
            hovered={hovered}
            handles={handles}
            showLabels={showLabels}
            draftColor={activeColor}
            pointer={crosshair || painting || preview.note ? (pointer?.screen ?? null) : null}
            crosshair={crosshair}
          />
        </Stage>
      )}
      {scene && suggested.length > 0 && onAccept && onReject && (
        <SuggestionButtons
          suggestions={suggested}
          scene={scene}
          t={t}
          onAccept={onAccept}
          onReject={onReject}
        />
      )}
      {loaded.status === 'loading' && <CanvasSkeleton key={src} t={t} />}
      {loaded.status === 'failed' && (
        <CanvasFailure src={src} field={sourceField} t={t} onRetry={() => setAttempt((count) => count + 1)} />
      )}
      <span id={helpId} className="gs-unseen">
        {t('imageHelp')}
      </span>
      <span role="status" className="gs-unseen">
        {image && describeSelection(selected, image, t)}
      </span>
    </div>
  );
}

/** Regions that a gesture shows elsewhere, as one text that stays the same while they do. */
const absentFrom = ({ moved, reshaped }: Preview): string =>
  [...(moved?.keys() ?? []), ...(reshaped ? [reshaped.id] : [])].join(SEPARATOR);

const SEPARATOR = '\n';

function useSame(ids: string): ReadonlySet<string> {
  return useMemo(() => (ids === '' ? NOBODY : new Set(ids.split(SEPARATOR))), [ids]);
}

function describeSelection(selected: readonly Box[], image: Size, t: Translate): string {
  const [only] = selected;
  if (!only) return '';
  const count = t('severalSelected', { count: selected.length });
  if (selected.length > 1) return count;
  const { label, index } = only.region;
  const name = [index, label].filter((part) => part !== undefined).join(' ');
  const { minX, minY, maxX, maxY } = only.bounds;
  const place = {
    x: tenth((minX / image.width) * 100),
    y: tenth((minY / image.height) * 100),
    width: tenth(((maxX - minX) / image.width) * 100),
    height: tenth(((maxY - minY) / image.height) * 100),
  };
  return `${count}: ${t('imageRegion', { name, ...place })}`;
}

const tenth = (percent: number): number => Math.round(percent * 10) / 10;
