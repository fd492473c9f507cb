/**
 * Colours for labels whose config names none: distinguishable with the common kinds of colour blindness,
 * taken in label order.
 */
export const palette: readonly string[] = [
  '#4477AA',
  '#EE7733',
  '#228833',
  '#AA3377',
  '#CCBB44',
  '#33BBEE',
  '#CC3311',
  '#332288',
  '#44AA99',
  '#EE6677',
  '#999933',
  '#6F4C9B',
  '#DDAA33',
  '#117733',
  '#66CCEE',
  '#882255',
  '#E8601C',
  '#004488',
  '#BB5566',
  '#77AADD',
];

/** Colour of a region whose labels have none. */
export const unlabeledColor = '#666666';

const colorSyntax = /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d\s.,%/]+\))$/i;

/** The colour as written when it is plain CSS, else the one for this place in the label order. */
export function labelColor(background: string | undefined, index: number): string {
  const written = background?.trim() ?? '';
  if (written !== '' && colorSyntax.test(written)) return written;
  return palette[index % palette.length] ?? unlabeledColor;
}
