import type { CSSProperties } from 'react';
import { attrFlag, attrNumber, attrText } from '../../config/attributes';
import type { ConfigNode } from '../../config/parse';
import type { ImageAttributes } from './types';

/** What `<Image>` says about the picture itself. */
export function readImageAttributes(node: ConfigNode): ImageAttributes {
  return {
    zoom: attrFlag(node, 'zoom', true),
    negativeZoom: attrFlag(node, 'negativezoom'),
    zoomBy: Math.max(1.01, attrNumber(node, 'zoomby') ?? 1.1),
    defaultZoom: oneOf(attrText(node, 'defaultzoom'), ['auto', 'original', 'fit'], 'fit'),
    ...(node.attrs['smoothing'] !== undefined && { smoothing: attrFlag(node, 'smoothing', true) }),
    crosshair: attrFlag(node, 'crosshair'),
    grid: attrFlag(node, 'grid'),
    gridSize: Math.max(1, attrNumber(node, 'gridsize') ?? 30),
    gridColor: attrText(node, 'gridcolor') ?? '#EEEEF4',
    crossOrigin: oneOf(attrText(node, 'crossorigin'), ['none', 'anonymous', 'use-credentials'], 'none'),
    alignment: {
      horizontal: oneOf(attrText(node, 'horizontalalignment'), ['left', 'center', 'right'], 'left'),
      vertical: oneOf(attrText(node, 'verticalalignment'), ['top', 'center', 'bottom'], 'top'),
    },
  };
}

/** Which controls `<Image>` shows beside the picture. */
export interface ImageControls {
  select: boolean;
  zoom: boolean;
  rotate: boolean;
  brightness: boolean;
  contrast: boolean;
}

export const readImageControls = (node: ConfigNode): ImageControls => ({
  select: attrFlag(node, 'selectioncontrol', true),
  zoom: attrFlag(node, 'zoom', true) && attrFlag(node, 'zoomcontrol', true),
  rotate: attrFlag(node, 'rotatecontrol'),
  brightness: attrFlag(node, 'brightnesscontrol'),
  contrast: attrFlag(node, 'contrastcontrol'),
});

/**
 * Size of the picture's frame as far as the config gives it. Without a height it has proportions that do not depend on
 * the picture, and leaves room for labels in the editor's task area.
 */
export function readFrameStyle(node: ConfigNode): CSSProperties {
  const length = (name: string): string | undefined => {
    const written = attrText(node, name)?.trim() ?? '';
    if (/^\d+(\.\d+)?$/.test(written)) return `${written}px`;
    return /^(\d+(\.\d+)?(px|%|em|rem|vw|vh)|calc\([\d\s.+\-*/()%a-z]+\))$/i.test(written)
      ? written
      : undefined;
  };
  const height = length('height');
  const maxHeight = length('maxheight');
  return {
    width: length('width') ?? '100%',
    maxWidth: length('maxwidth') ?? '100%',
    ...(maxHeight !== undefined && { maxHeight }),
    ...(height !== undefined && { height, aspectRatio: 'auto' }),
  };
}

function oneOf<const Value extends string>(
  written: string | undefined,
  values: readonly Value[],
  fallback: Value,
): Value {
  return values.find((value) => value === written?.toLowerCase()) ?? fallback;
}
