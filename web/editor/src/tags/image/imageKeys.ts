import type { Command } from '../../commands/command';

/** A key of the image that can be remapped; what it does belongs to the image on the screen. */
export type ImageKey = Pick<Command, 'name' | 'label' | 'group' | 'keys' | 'mac'>;

const image = (name: string, label: Command['label'], keys: string): ImageKey => ({
  name,
  label,
  group: 'groupImage',
  keys,
});

export const selectKey = image('tool:move', 'toolSelect', 'v');
export const panKey = image('tool:pan-image', 'toolPan', 'h');
export const rectangleKey = image('tool:rect', 'toolRectangle', 'r');
export const rectangle3Key = image('tool:rect-3point', 'toolRectangle3', 'shift+r');
export const ellipseKey = image('tool:ellipse', 'toolEllipse', 'o');
export const polygonKey = image('tool:polygon', 'toolPolygon', 'p');
export const vectorKey = image('tool:vector', 'toolVector', 'p');
export const keyPointKey = image('tool:key-point', 'toolKeyPoint', 'k');
export const brushKey = image('tool:brush', 'toolBrush', 'b');
export const eraserKey = image('tool:eraser', 'toolEraser', 'e');
export const magicWandKey = image('tool:magic-wand', 'toolMagicWand', 'w');
export const smartKey = image('tool:auto-detect', 'toolSmart', 'm');
export const smallerBrushKey = image('tool:decrease-tool', 'smallerBrush', '[');
export const largerBrushKey = image('tool:increase-tool', 'largerBrush', ']');
export const zoomInKey = image('tool:zoom-in', 'zoomIn', 'ctrl+plus');
export const zoomOutKey = image('tool:zoom-out', 'zoomOut', 'ctrl+minus');
export const zoomFitKey = image('tool:zoom-to-fit', 'zoomFit', 'shift+1');
export const zoomActualKey = image('tool:zoom-to-actual', 'zoomActual', 'shift+2');
export const rotateLeftKey = image('tool:rotate-left', 'rotateLeft', 'alt+left');
export const rotateRightKey = image('tool:rotate-right', 'rotateRight', 'alt+right');
export const previousPageKey = image('image:prev', 'previousItem', 'ctrl+left');
export const nextPageKey = image('image:next', 'nextItem', 'ctrl+right');

/** All of them, for the list of shortcuts. */
export const imageKeys: readonly ImageKey[] = [
  selectKey,
  panKey,
  rectangleKey,
  rectangle3Key,
  ellipseKey,
  polygonKey,
  vectorKey,
  keyPointKey,
  brushKey,
  eraserKey,
  magicWandKey,
  smartKey,
  smallerBrushKey,
  largerBrushKey,
  zoomInKey,
  zoomOutKey,
  zoomFitKey,
  zoomActualKey,
  rotateLeftKey,
  rotateRightKey,
  previousPageKey,
  nextPageKey,
];
