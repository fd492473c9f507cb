import { memo, useCallback, useEffect, useRef } from 'react';
import { Layer, Shape } from 'react-konva';
import type Konva from 'konva';
import { visibleBounds } from './geometry/camera';
import type { Point } from './geometry/shapes';
import type { View } from './geometry/view';
import { paintBoxes, paintLabels, type PaintedBox } from './paint/boxes';
import {
  paintBand,
  paintCrosshair,
  paintDraft,
  paintFrame,
  paintHandles,
  paintNote,
  paintSide,
} from './paint/gesture';
import type { Pen } from './paint/pen';
import { paintGrid, paintPicture } from './paint/picture';
import type { Picture } from './picture';
import type { Preview } from './tools/chart';
import type { PlacedHandle } from './tools/handles';
import type { Box, Boxes } from './tools/scene';

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
  /** A region that the layer above draws although it is not selected. */
  absent: string | null;
}

/** The regions that nothing happens to. Redrawn for a new view or new regions only, not for the pointer. */
export const RegionLayer = memo(function RegionLayer(props: RegionLayerProps) {
  const { view, pixelRatio, boxes, showLabels, absent } = props;
  const paint = useCallback(
    (pen: Pen) => {
      const seen = boxes.index
        .search(visibleBounds(pen.camera, pen.window))
        .filter(({ id, region }) => !region.selected && id !== absent);
      paintBoxes(pen, seen, 'none');
      if (showLabels) paintLabels(pen, seen, 'none');
    },
    [boxes, showLabels, absent],
  );
  return <PaintLayer view={view} pixelRatio={pixelRatio} paint={paint} />;
});

interface GestureLayerProps {
  view: View;
  pixelRatio: number;
  boxes: Boxes;
  preview: Preview;
  hovered: Box | null;
  handles: readonly PlacedHandle[];
  showLabels: boolean;
  draftColor: string;
  /** Pointer on the screen; `null` when outside. */
  pointer: Point | null;
  crosshair: boolean;
}

/** The selection, the gesture under way and what follows the pointer. */
export const GestureLayer = memo(function GestureLayer(props: GestureLayerProps) {
  const { view, pixelRatio, boxes, preview, hovered, handles, showLabels, draftColor, pointer, crosshair } =
    props;
  const paint = useCallback(
    (pen: Pen) => {
      const { draft, side, moved, band, note } = preview;
      const place = (box: Box): PaintedBox => {
        const rect = moved?.get(box.id);
        return rect ? { rect, region: box.region } : box;
      };
      const pulled = [...(moved?.keys() ?? [])].flatMap((id) => boxes.byId.get(id) ?? []);
      const raised = [...boxes.selected, ...pulled.filter(({ region }) => !region.selected)].map(place);
      if (hovered && !hovered.region.selected && !moved) paintBoxes(pen, [hovered], 'hovered');
      paintBoxes(pen, raised, 'selected');
      if (showLabels) paintLabels(pen, raised, 'selected');
      if (raised.length > 1)
        paintFrame(
          pen,
          raised.map(({ rect }) => rect),
        );
      paintHandles(pen, handles);
      if (draft) paintDraft(pen, draft, draftColor);
      if (side) paintSide(pen, side, draftColor);
      if (band) paintBand(pen, band);
      if (pointer && crosshair) paintCrosshair(pen, pointer);
      if (pointer && note) paintNote(pen, note, pointer);
    },
    [boxes, preview, hovered, handles, showLabels, draftColor, pointer, crosshair],
  );
  return <PaintLayer view={view} pixelRatio={pixelRatio} paint={paint} />;
});
