import type { Shape } from '../geometry/shape';
import type { Bounds, Point, Rect } from '../geometry/shapes';
import type { Stroke } from '../geometry/mask';
import type { SelectMode } from '../types';
import type { AwaitingCorner } from './awaitingCorner';
import type { Drawing } from './drawing';
import type { DrawingHeight } from './drawingHeight';
import type { DraggingVertex } from './draggingVertex';
import type { DrawingSide } from './drawingSide';
import type { Idle } from './idle';
import type { Nudging } from './nudging';
import type { Panning } from './panning';
import type { PlacingPoint } from './placingPoint';
import type { PointingCanvas } from './pointingCanvas';
import type { PointingHandle } from './pointingHandle';
import type { PointingRegion } from './pointingRegion';
import type { PointingStart } from './pointingStart';
import type { PointingVertex } from './pointingVertex';
import type { Resizing } from './resizing';
import type { Rotating } from './rotating';
import type { RubberBand } from './rubberBand';
import type { Scene } from './scene';
import type { Stroking } from './stroking';
import type { Translating } from './translating';
import type { Wanding } from './wanding';

/** A pointer event in both spaces. */
export interface PointerInput {
  readonly type: 'down' | 'move' | 'up';
  /** In pixels of the natural image, not cut at its edges. */
  readonly at: Point;
  /** In CSS pixels from the canvas's top-left corner. */
  readonly screen: Point;
  /** 0 main, 1 middle, 2 secondary; of the press or release, meaningless for moves. */
  readonly button: number;
  readonly shift: boolean;
  /** ctrl, or command on a Mac. */
  readonly additive: boolean;
  readonly alt: boolean;
  /** The space bar is held: the press moves the view. */
  readonly hand: boolean;
  /** A finger, which needs larger targets. */
  readonly touch: boolean;
  /** Milliseconds on any steady clock. */
  readonly time: number;
}

export interface KeyInput {
  readonly type: 'keydown' | 'keyup';
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly shift: boolean;
}

export type CanvasInput =
  | PointerInput
  | KeyInput
  /** Escape, a lost pointer, another tool: forget what is under way. */
  | { readonly type: 'cancel' }
  /** The keyboard focus left the canvas. */
  | { readonly type: 'blur' };

/** What a transition asks the world to do. Shapes and frames are in pixels of the natural image. */
export type Effect =
  /** `negative` when it was drawn with alt. */
  | { readonly type: 'create'; readonly shape: Shape; readonly negative?: boolean }
  /** Regions whose frames are now these. */
  | { readonly type: 'change'; readonly changes: ReadonlyMap<string, Rect> }
  /** A region whose points or pixels changed; `finished` when that completes what was being drawn. */
  | { readonly type: 'reshape'; readonly id: string; readonly shape: Shape; readonly finished?: boolean }
  | {
      readonly type: 'select';
      readonly ids: readonly string[];
      readonly mode: SelectMode;
    }
  | { readonly type: 'pan'; readonly delta: Point }
  /** Nothing can be drawn: no label is picked, or the picture's pixels cannot be read. */
  | { readonly type: 'refuse'; readonly reason: 'label' | 'pixels' };

export type ToolState =
  | Idle
  | PointingCanvas
  | PointingRegion
  | PointingHandle
  | PointingStart
  | Drawing
  | AwaitingCorner
  | DrawingSide
  | DrawingHeight
  | Translating
  | Resizing
  | Rotating
  | RubberBand
  | Panning
  | Nudging
  | PlacingPoint
  | PointingVertex
  | DraggingVertex
  | Stroking
  | Wanding;

export interface Step {
  readonly state: ToolState;
  readonly effects?: readonly Effect[];
  /** The event is for the new state too. */
  readonly again?: boolean;
}

/** What to show beside the regions as they are. */
export interface Preview {
  /** A box that does not exist yet. */
  readonly draft?: Shape;
  /** Where regions would be if the gesture ended now. */
  readonly moved?: ReadonlyMap<string, Rect>;
  /** What a region would be if the gesture ended now. */
  readonly reshaped?: { readonly id: string; readonly shape: Shape };
  /** Lines that are not part of a shape yet, such as from its last point to the pointer. */
  readonly lines?: readonly (readonly [Point, Point])[];
  /** A point that a press would add. */
  readonly ghost?: Point;
  /** What is painted before the pointer is let go. */
  readonly stroke?: Stroke & { readonly erase: boolean };
  readonly band?: Bounds;
  /** Size or angle, shown beside the pointer. */
  readonly note?: string;
}

/** One state: how it answers events and what it looks like. */
export interface Chart<State extends ToolState> {
  on(state: State, input: CanvasInput, scene: Scene): Step;
  preview?(state: State, scene: Scene, pointer: PointerInput | null): Preview;
  /** CSS cursor; `pointer` is the last pointer event, `null` when the pointer is outside. */
  cursor?(state: State, scene: Scene, pointer: PointerInput | null): string;
}

/** A press becomes a drag at this many CSS pixels; smaller boxes are not created. */
export const DRAG_THRESHOLD = 3;

export const IDLE: Step = { state: { name: 'idle' } };

export const stay = (state: ToolState): Step => ({ state });

export const isPointer = (input: CanvasInput): input is PointerInput =>
  input.type === 'down' || input.type === 'move' || input.type === 'up';
