/**
 * The labeling language: which tags there are and what they write.
 */

/** `object` shows data, `control` writes results, `child` lives inside a control or object, `visual` only lays out. */
export type TagRole = 'object' | 'control' | 'child' | 'visual';

export interface TagInfo {
  /** Canonical spelling. */
  name: string;
  role: TagRole;
  /** Key inside `value` that holds the control's own value; null when the geometry is all there is. */
  valueKey: string | null;
  /** Objects (lower-case) a control can work on; empty means any. */
  objects: readonly string[];
  /** Tags (lower-case) one of which must enclose a child; empty means anywhere. */
  parents: readonly string[];
  /** Whether a `name` must be given. */
  named: boolean;
}

const tags = new Map<string, TagInfo>();

function add(role: TagRole, names: string, info: Partial<TagInfo> = {}): void {
  for (const name of names.split(' ')) {
    const tag = name.toLowerCase();
    const valueKey = role === 'control' ? tag : null;
    tags.set(tag, { name, role, valueKey, objects: [], parents: [], named: role === 'control', ...info });
  }
}

add('object', 'Image Text Audio AudioPlus Video Paragraphs TimeSeries List Chat ReactCode CustomInterface', {
  named: true,
});
add('object', 'HyperText Table Pdf');

add('control', 'Labels Choices Taxonomy DateTime Number Rating Ranker');
add('control', 'TextArea', { valueKey: 'text' });
add('control', 'Pairwise', { valueKey: 'selected' });
add('control', 'HyperTextLabels', { objects: ['hypertext', 'text'] });
add('control', 'ParagraphLabels', { objects: ['paragraphs'] });
add('control', 'TimeSeriesLabels', { objects: ['timeseries'] });
add('control', 'TimelineLabels', { objects: ['video'] });
add('control', 'VideoRectangle', { objects: ['video'], valueKey: 'labels' });
add(
  'control',
  'RectangleLabels EllipseLabels PolygonLabels KeyPointLabels BrushLabels BitmaskLabels VectorLabels',
  {
    objects: ['image'],
  },
);
add('control', 'Rectangle Ellipse Polygon KeyPoint Brush Bitmask Vector MagicWand', {
  objects: ['image'],
  valueKey: null,
});

add('visual', 'View Header Style Markdown Collapse Dialog Repeater PagedView Relations');
add('visual', 'Filter');
add('child', 'Label', {
  parents: [
    'labels',
    'rectanglelabels',
    'ellipselabels',
    'polygonlabels',
    'keypointlabels',
    'brushlabels',
    'bitmasklabels',
    'vectorlabels',
    'hypertextlabels',
    'paragraphlabels',
    'timeserieslabels',
    'timelinelabels',
  ],
});
add('child', 'Choice', { parents: ['choices', 'taxonomy'] });
add('child', 'Relation', { parents: ['relations'] });
add('child', 'Panel', { parents: ['collapse'] });
add('child', 'Channel', { parents: ['timeseries', 'multichannel'] });
add('child', 'MultiChannel', { parents: ['timeseries'] });
add('child', 'Shortcut Bucket');

/** What is known of a tag, by its lower-case name; undefined for a tag outside the language. */
export function tagInfo(tag: string): TagInfo | undefined {
  return tags.get(tag);
}

/** Whether a result of this type assigns labels to a region (`labels`, `rectanglelabels`, …). */
export function isLabelsType(type: string): boolean {
  return (
    type === 'labels' ||
    type === 'videorectangle' ||
    (type.endsWith('labels') && tags.get(type)?.role === 'control')
  );
}

/** Whether the type belongs to a control of this language; others are kept as they are. */
export function isControlType(type: string): boolean {
  return tags.get(type)?.role === 'control';
}

/** Key inside an element's `value` that holds its own value; null for pure geometry. */
export function valueKeyOf(type: string): string | null {
  const info = tags.get(type);
  return info === undefined ? type : info.valueKey;
}

/** Keys that place a region on its object, whatever the object is. */
export const geometryKeys: ReadonlySet<string> = new Set([
  'x',
  'y',
  'width',
  'height',
  'rotation',
  'radiusX',
  'radiusY',
  'points',
  'closed',
  'vertices',
  'format',
  'rle',
  'maskDataURL',
  'imageDataURL',
  'touches',
  'start',
  'end',
  'startOffset',
  'endOffset',
  'globalOffsets',
  'channel',
  'instant',
  'ranges',
  'sequence',
  'framesCount',
  'duration',
]);
