import { memo, useCallback, useEffect, useRef } from 'react';
import { Layer, Shape } from 'react-konva';
import type Konva from 'konva';
import { toScreen, visibleBounds } from './geometry/camera';
import { frameOfShape, isPointed, pointsOf, withFrame, type PointedShape } from './geometry/shape';
import type { Point } from './geometry/shapes';
import type { View } from './geometry/view';
import {
  paintBand,
  paintCrosshair,
  paintCurveHandles,
  paintDraft,
  paintFrame,
  paintGhost,
  paintHandles,
  paintLines,
  paintNote,
  paintVertices,
} from './paint/gesture';
import { paintBrush, paintStroke } from './paint/mask';
import type { Pen } from './paint/pen';
import { paintGrid, paintPicture } from './paint/picture';
import { paintLabels, paintRegions, paintSuggestions, type PaintedRegion } from './paint/regions';
import type { Picture } from './picture';
import type { Preview } from './tools/chart';
import type { PlacedHandle } from './tools/handles';
import type { Box, Boxes, PointedBox } from './tools/scene';
import type { ImageRegion } from './types';

interface PaintLayerProps {
  view: View;
  pixelRatio: number;
  /** CSS filter over the whole layer. */
  filter?: string;
  paint(pen: Pen): void;
}

/** One canvas with one drawing function. Nothing on it listens: hits are found by place, not by shape. */
function PaintLayer({ view, pixelRatio, filter = '', paint }: PaintLayerProps) {
  const layer = useRef<Konva.Layer>(null);
  useEffect(() => {
    layer.current?.getCanvas().setPixelRatio(pixelRatio);
    layer.current?.batchDraw();
  }, [pixelRatio]);
  useEffect(() => {
    if (layer.current) layer.current.getNativeCanvasElement().style.filter = filter;
  }, [filter]);
  const scene = useCallback(
    (context: Konva.Context) =>
      paint({
        ctx: context._context,
        camera: view.camera,
        window: view.window,
        pixelRatio,
      }),
    [paint, view, pixelRatio],
  );
  return (
    <Layer ref={layer} listening={false}>
      <Shape sceneFunc={scene} perfectDrawEnabled={false} listening={false} />
    </Layer>
  );
}

interface PictureLayerProps {
  view: View;
  pixelRatio: number;
  picture: Picture;
  smoothing: boolean | 'auto';
  /** Image pixels between grid lines, `null` without a grid. */
  gridGap: number | null;
  gridColor: string;
  brightness: number;
  contrast: number;
}

/** The picture and its grid. */
export const PictureLayer = memo(function PictureLayer(props: PictureLayerProps) {
  const { view, pixelRatio, picture, smoothing, gridGap, gridColor, brightness, contrast } = props;
  const paint = useCallback(
    (pen: Pen) => {
      paintPicture(pen, picture, smoothing);
      if (gridGap !== null) paintGrid(pen, gridGap, gridColor);
    },
    [picture, smoothing, gridGap, gridColor],
  );
  const filter =
    brightness === 100 && contrast === 100 ? '' : `brightness(${brightness}%) contrast(${contrast}%)`;
  return <PaintLayer view={view} pixelRatio={pixelRatio} filter={filter} paint={paint} />;
});

interface RegionLayerProps {
  view: View;
  pixelRatio: number;
  boxes: Boxes;
  showLabels: boolean;
  /** Regions that the layer above draws at another place. */
  absent: ReadonlySet<string>;
  /** What was drawn for a model and what it suggests. */
  suggested: readonly Box[];
}

/**
 * All regions as they are, selected or not. Redrawn for a new view or changed regions only: neither for the pointer nor
 * for another selection.
 */
export const RegionLayer = memo(function RegionLayer(props: RegionLayerProps) {
  const { view, pixelRatio, boxes, showLabels, absent, suggested } = props;
  const paint = useCallback(
    (pen: Pen) => {
      const found = boxes.index.search(visibleBounds(pen.camera, pen.window));
      const seen = absent.size === 0 ? found : found.filter(({ id }) => !absent.has(id));
      paintRegions(pen, seen, 'none');
      paintSuggestions(pen, suggested);
      if (showLabels) paintLabels(pen, seen, 'none');
    },
    [boxes, showLabels, absent, suggested],
  );
  return <PaintLayer view={view} pixelRatio={pixelRatio} paint={paint} />;
});

interface GestureLayerProps {
  view: View;
  pixelRatio: number;
  boxes: Boxes;
  selected: readonly Box[];
  preview: Preview;
  hovered: Box | null;
  handles: readonly PlacedHandle[];
  /** The selected region whose points can be dragged. */
  pointed: PointedBox | null;
  /** A click on its first point closes it. */
  closable: boolean;
  showLabels: boolean;
  draftColor: string;
  /** Pointer on the screen; `null` when outside. */
  pointer: Point | null;
  crosshair: boolean;
  /** Diameter of the brush around the pointer, CSS pixels; `null` with other tools. */
  brush: number | null;
}

/** The selection, the gesture under way and what follows the pointer. */
export const GestureLayer = memo(function GestureLayer(props: GestureLayerProps) {
  const { view, pixelRatio, boxes, selected, preview, hovered, handles, pointed, closable } = props;
  const { showLabels, draftColor, pointer, crosshair, brush } = props;
  const paint = useCallback(
    (pen: Pen) => {
      const { draft, lines, moved, reshaped, ghost, stroke, band, note } = preview;
      const changed = changedRegions(boxes, preview);
      const raised = selected.filter(({ id }) => !changed.has(id));
      const all = [...raised, ...changed.values()];
      if (hovered && !selected.includes(hovered) && !moved) paintRegions(pen, [hovered], 'hovered');
      paintRegions(pen, raised, 'raised');
      paintRegions(pen, changed.values(), 'moved');
      if (showLabels) paintLabels(pen, all, 'raised');
      if (stroke) paintStroke(pen, stroke, draftColor);
      if (all.length > 1)
        paintFrame(
          pen,
          all.map(({ shape }) => frameOfShape(shape)),
        );
      paintHandles(pen, handles);
      if (draft) paintDraft(pen, draft, draftColor);
      if (lines && lines.length > 0) paintLines(pen, lines, pointed?.region.color ?? draftColor);
      const points = reshaped && isPointed(reshaped.shape) ? reshaped.shape : moved ? null : pointed?.shape;
      if (points) paintPoints(pen, points, pointed?.region, draftColor, closable);
      if (ghost) paintGhost(pen, ghost);
      if (band) paintBand(pen, band);
      if (pointer && crosshair) paintCrosshair(pen, pointer);
      if (pointer && brush !== null) paintBrush(pen, pointer, brush);
      if (pointer && note) paintNote(pen, note, pointer);
    },
    [
      boxes,
      selected,
      preview,
      hovered,
      handles,
      pointed,
      closable,
      showLabels,
      draftColor,
      pointer,
      crosshair,
      brush,
    ],
  );
  return <PaintLayer view={view} pixelRatio={pixelRatio} paint={paint} />;
});

/** Regions that the gesture under way shows differently, by id. */
function changedRegions(boxes: Boxes, { moved, reshaped }: Preview): Map<string, PaintedRegion> {
  const changed = new Map<string, PaintedRegion>();
  for (const [id, rect] of moved ?? []) {
    const box = boxes.byId.get(id);
    if (box) changed.set(id, { shape: withFrame(box.shape, box.rect, rect), region: box.region });
  }
  const box = reshaped && boxes.byId.get(reshaped.id);
  if (box) changed.set(box.id, { shape: reshaped.shape, region: box.region });
  return changed;
}

function paintPoints(
  pen: Pen,
  shape: PointedShape,
  region: ImageRegion | undefined,
  draftColor: string,
  closable: boolean,
): void {
  if (shape.kind === 'vector') paintCurveHandles(pen, shape.vertices);
  paintVertices(
    pen,
    pointsOf(shape).map((point, index) => ({
      at: toScreen(pen.camera, point),
      color: region?.color ?? draftColor,
      strong: closable && index === 0,
      size: region?.pointSize,
      square: region?.squarePoints,
    })),
  );
}
