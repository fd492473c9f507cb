import { awaitingCorner } from './awaitingCorner';
import type { CanvasInput, Chart, Effect, PointerInput, Preview, ToolState } from './chart';
import { drawing } from './drawing';
import { drawingHeight } from './drawingHeight';
import { draggingVertex } from './draggingVertex';
import { drawingSide } from './drawingSide';
import { idle } from './idle';
import { nudging } from './nudging';
import { panning } from './panning';
import { placingPoint } from './placingPoint';
import { pointingCanvas } from './pointingCanvas';
import { pointingHandle } from './pointingHandle';
import { pointingRegion } from './pointingRegion';
import { pointingStart } from './pointingStart';
import { pointingVertex } from './pointingVertex';
import { resizing } from './resizing';
import { rotating } from './rotating';
import { rubberBand } from './rubberBand';
import type { Scene } from './scene';
import { stroking } from './stroking';
import { translating } from './translating';
import { wanding } from './wanding';

type StateNamed<Name extends ToolState['name']> = Extract<ToolState, { name: Name }>;

const CHARTS: {
  readonly [Name in ToolState['name']]: Chart<StateNamed<Name>>;
} = {
  idle,
  pointingCanvas,
  pointingRegion,
  pointingHandle,
  pointingStart,
  drawing,
  awaitingCorner,
  drawingSide,
  drawingHeight,
  translating,
  resizing,
  rotating,
  rubberBand,
  panning,
  nudging,
  placingPoint,
  pointingVertex,
  draggingVertex,
  stroking,
  wanding,
};

// A state's name and its chart belong together, which the compiler can't follow through the look-up.
const chartOf = (state: ToolState): Chart<ToolState> => CHARTS[state.name] as Chart<ToolState>;

/** One event through the state chart: the next state and what the world has to do. */
export function transition(
  state: ToolState,
  input: CanvasInput,
  scene: Scene,
): { readonly state: ToolState; readonly effects: readonly Effect[] } {
  const step = chartOf(state).on(state, input, scene);
  const effects = step.effects ?? [];
  if (!step.again) return { state: step.state, effects };
  const next = transition(step.state, input, scene);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

/** What the state adds to the picture; `pointer` is the last pointer event, `null` when the pointer is outside. */
export const previewOf = (state: ToolState, scene: Scene, pointer: PointerInput | null): Preview =>
  chartOf(state).preview?.(state, scene, pointer) ?? NOTHING;

const NOTHING: Preview = {};

/** The CSS cursor of the state; `pointer` is the last pointer event, `null` when the pointer is outside. */
export const cursorOf = (state: ToolState, scene: Scene, pointer: PointerInput | null): string =>
  chartOf(state).cursor?.(state, scene, pointer) ?? 'default';
