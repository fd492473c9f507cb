import { useEffect, useId, useRef, useState, type ComponentType, type JSX } from 'react';
import {
  IconBlur,
  IconBrightnessUp,
  IconBrush,
  IconCircleDashed,
  IconCircleDot,
  IconContrast2,
  IconEraser,
  IconGrid4x4,
  IconHandStop,
  IconLayersIntersect,
  IconLayersSubtract,
  IconLayersUnion,
  IconMarquee2,
  IconMaximize,
  IconOval,
  IconPointer,
  IconPointerPlus,
  IconPolygon,
  IconRectangle,
  IconRotate2,
  IconRotateClockwise2,
  IconVector,
  IconVectorBezier,
  IconViewfinder,
  IconWand,
  IconZoomIn,
  IconZoomOut,
  IconRelationOneToOne,
  IconRestore,
  IconCircleDotted as IconBrushSize,
} from '@tabler/icons-react';
import { displayKeys } from '../../commands/keys';
import { keysOf } from '../../commands/registry';
import type { MessageKey } from '../../messages';
import { useActions, useEditor, useEditorState, useTranslate } from '../../state/context';
import { IconButton } from '../../shell/IconButton';
import type { ImageControls } from './imageAttributes';
import type { MaskOperation } from './geometry/maskSets';
import { brushSizes, isSmartTool } from './imageControls';
import {
  brushKey,
  ellipseKey,
  eraserKey,
  keyPointKey,
  magicWandKey,
  panKey,
  polygonKey,
  rectangle3Key,
  rectangleKey,
  rotateLeftKey,
  rotateRightKey,
  selectKey,
  smartKey,
  zoomActualKey,
  zoomFitKey,
  zoomInKey,
  vectorKey,
  zoomOutKey,
  type ImageKey,
} from './imageKeys';
import type { HeldTool, ImageCanvasHandle } from './types';

/** How the picture is shown, beyond its place. */
export interface PictureLook {
  /** Guide lines through the pointer. */
  crosshair: boolean;
  grid: boolean;
}

export interface ImageToolbarProps {
  tools: readonly HeldTool[];
  tool: HeldTool;
  look: PictureLook;
  /** How many masks are selected that can be combined. */
  masks: number;
  onLook(look: PictureLook): void;
  onCombine(operation: MaskOperation): void;
  controls: ImageControls;
  /** Of brush and eraser, CSS pixels. */
  brushSize: number;
  brightness: number;
  contrast: number;
  /** Zooms the picture. */
  zoom: Pick<ImageCanvasHandle, 'zoomIn' | 'zoomOut' | 'zoomToFit' | 'zoomToActual'>;
  onTool(tool: HeldTool): void;
  onTurn(by: 90 | -90): void;
  onBrushSize(value: number): void;
  /** Percent. */
  onBrightness(value: number): void;
  /** Percent. */
  onContrast(value: number): void;
}

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;

interface ToolButton {
  icon: Icon;
  key: ImageKey;
  /** Where the key has another name. */
  label?: MessageKey;
}

const toolButtons: Readonly<Record<HeldTool, ToolButton>> = {
  select: { icon: IconPointer, key: selectKey },
  pan: { icon: IconHandStop, key: panKey },
  rectangle: { icon: IconRectangle, key: rectangleKey },
  rectangle3: { icon: IconVector, key: rectangle3Key },
  ellipse: { icon: IconOval, key: ellipseKey },
  polygon: { icon: IconPolygon, key: polygonKey },
  keypoint: { icon: IconCircleDot, key: keyPointKey },
  vector: { icon: IconVectorBezier, key: vectorKey },
  brush: { icon: IconBrush, key: brushKey },
  eraser: { icon: IconEraser, key: eraserKey },
  magicwand: { icon: IconWand, key: magicWandKey },
  'smart-rectangle': { icon: IconMarquee2, key: smartKey, label: 'toolSmartRectangle' },
  'smart-ellipse': { icon: IconCircleDashed, key: smartKey, label: 'toolSmartEllipse' },
  'smart-keypoint': { icon: IconPointerPlus, key: smartKey, label: 'toolSmartKeyPoint' },
  'smart-brush': { icon: IconBrush, key: smartKey, label: 'toolSmartBrush' },
};

const combinations: readonly { operation: MaskOperation; icon: Icon; label: MessageKey }[] = [
  { operation: 'union', icon: IconLayersUnion, label: 'unionMasks' },
  { operation: 'subtract', icon: IconLayersSubtract, label: 'subtractMasks' },
  { operation: 'intersect', icon: IconLayersIntersect, label: 'intersectMasks' },
];

/** Tools and view controls beside the picture. */
export function ImageToolbar(props: ImageToolbarProps): JSX.Element {
  const { tools, tool, controls, zoom, onTool, onTurn, look } = props;
  const t = useTranslate();
  const actions = useActions();
  const smoothPixels = useEditorState((state) => state.settings.smoothPixels);
  return (
    <div className="gs-image-tools" role="toolbar" aria-orientation="vertical" aria-label={t('imageTools')}>
      {tools.map((name) => (
        <KeyButton
          key={name}
          icon={toolButtons[name].icon}
          command={toolButtons[name].key}
          label={toolButtons[name].label}
          className={isSmartTool(name) ? 'gs-smart-tool' : ''}
          aria-pressed={tool === name}
          onClick={() => onTool(name)}
        />
      ))}
      {props.masks > 1 && (
        <>
          <hr />
          {combinations.map(({ operation, icon, label }) => (
            <IconButton
              key={operation}
              icon={icon}
              label={t(label)}
              onClick={() => props.onCombine(operation)}
            />
          ))}
        </>
      )}
      {(tools.includes('brush') || tools.includes('smart-brush')) && (
        <>
          <hr />
          <Adjustment
            icon={IconBrushSize}
            label={t('brushSize')}
            value={props.brushSize}
            range={brushRange}
            onChange={props.onBrushSize}
          />
        </>
      )}
      {controls.zoom && (
        <>
          <hr />
          <KeyButton icon={IconZoomIn} command={zoomInKey} onClick={zoom.zoomIn} />
          <KeyButton icon={IconZoomOut} command={zoomOutKey} onClick={zoom.zoomOut} />
          <KeyButton icon={IconMaximize} command={zoomFitKey} onClick={zoom.zoomToFit} />
          <KeyButton icon={IconRelationOneToOne} command={zoomActualKey} onClick={zoom.zoomToActual} />
        </>
      )}
      {controls.rotate && (
        <>
          <hr />
          <KeyButton icon={IconRotate2} command={rotateLeftKey} onClick={() => onTurn(-90)} />
          <KeyButton icon={IconRotateClockwise2} command={rotateRightKey} onClick={() => onTurn(90)} />
        </>
      )}
      <hr />
      <IconButton
        icon={IconViewfinder}
        label={t('crosshair')}
        aria-pressed={look.crosshair}
        onClick={() => props.onLook({ ...look, crosshair: !look.crosshair })}
      />
      <IconButton
        icon={IconGrid4x4}
        label={t('grid')}
        aria-pressed={look.grid}
        onClick={() => props.onLook({ ...look, grid: !look.grid })}
      />
      <IconButton
        icon={IconBlur}
        label={t('smoothPixels')}
        aria-pressed={smoothPixels}
        onClick={() => actions.changeSettings({ smoothPixels: !smoothPixels })}
      />
      {controls.brightness && (
        <Adjustment
          icon={IconBrightnessUp}
          label={t('brightness')}
          value={props.brightness}
          range={percentRange}
          onChange={props.onBrightness}
        />
      )}
      {controls.contrast && (
        <Adjustment
          icon={IconContrast2}
          label={t('contrast')}
          value={props.contrast}
          range={percentRange}
          onChange={props.onContrast}
        />
      )}
    </div>
  );
}

interface KeyButtonProps {
  icon: Icon;
  command: ImageKey;
  /** Instead of the command's. */
  label?: MessageKey | undefined;
  className?: string;
  'aria-pressed'?: boolean;
  onClick(): void;
}

function KeyButton({ command, label, ...button }: KeyButtonProps): JSX.Element {
  const t = useTranslate();
  const { props } = useEditor();
  return (
    <IconButton
      {...button}
      label={t(label ?? command.label)}
      keys={displayKeys(keysOf(command, props.options.hotkeys))}
    />
  );
}

interface Range {
  min: number;
  max: number;
  step: number;
  unit: string;
  /** What a button goes back to. */
  usual?: number;
}

const percentRange: Range = { min: 0, max: 400, step: 5, unit: '%', usual: 100 };
const brushRange: Range = { min: brushSizes.least, max: brushSizes.most, step: 1, unit: 'px' };

interface AdjustmentProps {
  icon: Icon;
  label: string;
  value: number;
  range: Range;
  onChange(value: number): void;
}

/** A button that opens a slider beside it. */
function Adjustment({ icon, label, value, range, onChange }: AdjustmentProps): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    root.current?.querySelector('input')?.focus();
    const onPointerDown = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);
  return (
    <div
      ref={root}
      className="gs-image-adjustment"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        root.current?.querySelector('button')?.focus();
      }}
    >
      <IconButton
        icon={icon}
        label={label}
        aria-expanded={open}
        aria-pressed={range.usual !== undefined && value !== range.usual}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      <div id={id} className="gs-image-slider" hidden={!open}>
        <input
          type="range"
          min={range.min}
          max={range.max}
          step={range.step}
          value={value}
          aria-label={label}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output>
          {value} {range.unit}
        </output>
        {range.usual !== undefined && (
          <IconButton
            icon={IconRestore}
            label={t('resetAdjustment')}
            disabled={value === range.usual}
            onClick={() => onChange(range.usual ?? value)}
          />
        )}
      </div>
    </div>
  );
}
