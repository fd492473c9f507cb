/** What a template's drawing shows: the kind of data, what is marked on it, and what is asked below it. */
export interface Drawing {
  object: 'image' | 'audio' | 'video' | 'series' | 'dialogue' | 'page' | 'table' | 'list' | 'pair' | 'text';
  regions: 'boxes' | 'polygon' | 'mask' | 'points' | 'ellipse' | 'spans' | 'relation' | undefined;
  answers: 'choices' | 'tree' | 'text' | 'stars' | 'number' | undefined;
}

const objects: [pattern: RegExp, kind: Drawing['object']][] = [
  [/<Pairwise\b/, 'pair'],
  [/<Video\b/, 'video'],
  [/<TimeSeries\b/, 'series'],
  [/<Audio(Plus)?\b/, 'audio'],
  [/<Image\b/, 'image'],
  [/<(Paragraphs|Dialog|Chat)\b/, 'dialogue'],
  [/<(List|Ranker)\b/, 'list'],
  [/<Table\b/, 'table'],
  [/<(HyperText|Pdf)\b/, 'page'],
];

const regions: [pattern: RegExp, kind: Drawing['regions']][] = [
  [/<Relations\b/, 'relation'],
  [/<(Brush|Bitmask)(Labels)?\b/, 'mask'],
  [/<Polygon(Labels)?\b/, 'polygon'],
  [/<KeyPoint(Labels)?\b/, 'points'],
  [/<Ellipse(Labels)?\b/, 'ellipse'],
  [/<(Rectangle(Labels)?|VideoRectangle)\b/, 'boxes'],
  [/<\w*Labels\b/, 'spans'],
];

const answers: [pattern: RegExp, kind: Drawing['answers']][] = [
  [/<Taxonomy\b/, 'tree'],
  [/<Choices\b/, 'choices'],
  [/<TextArea\b/, 'text'],
  [/<Rating\b/, 'stars'],
  [/<(Number|DateTime)\b/, 'number'],
];

/** Chooses the drawing that says most about a template. */
export function drawingOf(config: string): Drawing {
  const first = <Kind>(table: [pattern: RegExp, kind: Kind][]) =>
    table.find(([pattern]) => pattern.test(config))?.[1];
  return { object: first(objects) ?? 'text', regions: first(regions), answers: first(answers) };
}
