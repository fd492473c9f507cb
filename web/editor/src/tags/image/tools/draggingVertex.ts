import type { PointedShape } from '../geometry/shape';
import type { Point } from '../geometry/shapes';
import { IDLE, stay, type Chart } from './chart';
import type { Scene } from './scene';
import { withVertexAt, type VertexPart } from './vertices';

/** Dragging a point of the selected region to another place. */
export interface DraggingVertex {
  readonly name: 'draggingVertex';
  readonly id: string;
  readonly index: number;
  readonly part: VertexPart;
  /** The region's shape before, with the point in it. */
  readonly shape: PointedShape;
  readonly origin: Point;
  readonly current: Point;
}

export const draggingVertex: Chart<DraggingVertex> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move':
        return stay({ ...state, current: input.at });
      case 'up': {
        const shape = dragged({ ...state, current: input.at }, scene);
        return { ...IDLE, effects: [{ type: 'reshape', id: state.id, shape }] };
      }
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  preview: (state, scene) => ({ reshaped: { id: state.id, shape: dragged(state, scene) } }),

  cursor: () => 'move',
};

const dragged = ({ shape, index, part, current }: DraggingVertex, scene: Scene): PointedShape =>
  withVertexAt(scene, shape, index, part, current);
