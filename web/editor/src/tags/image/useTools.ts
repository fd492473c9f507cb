import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CanvasInput, Effect, ToolState } from './tools/chart';
import { transition } from './tools/machine';
import type { Scene } from './tools/scene';

const IDLE: ToolState = { name: 'idle' };

/** Runs the tools' state chart. The returned function sends an event through it; without a scene nothing happens. */
export function useTools(
  scene: Scene | null,
  run: (effect: Effect, scene: Scene) => void,
): [ToolState, (input: CanvasInput) => void] {
  const [state, setState] = useState(IDLE);
  // Pointer events may come before the render of the last one: the chart works on these.
  const now = useRef({ state, scene, run });
  useLayoutEffect(() => {
    now.current.scene = scene;
    now.current.run = run;
  }, [scene, run]);

  const send = useCallback((input: CanvasInput) => {
    const { state: before, scene: seen, run: act } = now.current;
    if (!seen) return;
    const { state: after, effects } = transition(before, input, seen);
    now.current.state = after;
    setState(after);
    for (const effect of effects) act(effect, seen);
  }, []);

  // A gesture does not survive its tool or its picture.
  const tool = scene?.tool;
  const image = scene?.camera.image;
  useLayoutEffect(() => send({ type: 'cancel' }), [tool, image, send]);

  return [state, send];
}
