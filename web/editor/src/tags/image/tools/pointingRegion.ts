import { distance } from '../geometry/shapes';
import { DRAG_THRESHOLD, IDLE, stay, type Chart, type Effect, type PointerInput } from './chart';
import { isMovable, isSelected, movableSelection } from './scene';

/** Pressed on a region: a click selects it, a drag moves it and, if it is selected, the rest of the selection. */
export interface PointingRegion {
  readonly name: 'pointingRegion';
  readonly id: string;
  readonly origin: PointerInput;
}

export const pointingRegion: Chart<PointingRegion> = {
  on(state, input, scene) {
    switch (input.type) {
      case 'move': {
        if (distance(state.origin.screen, input.screen) < DRAG_THRESHOLD) return stay(state);
        const box = scene.boxes.byId.get(state.id);
        if (!box) return IDLE;
        const { at: origin, additive } = state.origin;
        if (additive || !isMovable(scene, box))
          return stay({
            name: 'rubberBand',
            origin,
            current: input.at,
            additive,
          });
        const select: Effect = {
          type: 'select',
          ids: [box.id],
          mode: 'replace',
        };
        const moving = isSelected(scene, box) ? movableSelection(scene) : [box];
        return {
          state: {
            name: 'translating',
            ids: moving.map(({ id }) => id),
            origin,
            current: input.at,
            straight: input.shift,
          },
          effects: isSelected(scene, box) ? [] : [select],
        };
      }
      case 'up':
        return {
          ...IDLE,
          effects: [
            {
              type: 'select',
              ids: [state.id],
              mode: state.origin.additive ? 'toggle' : 'replace',
            },
          ],
        };
      case 'cancel':
        return IDLE;
      default:
        return stay(state);
    }
  },

  cursor: () => 'move',
};
