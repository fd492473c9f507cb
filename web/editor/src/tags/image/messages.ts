/** Texts of the canvas in English. */
export const messages = {
  image: 'Image',
  regions: (count: number) => (count === 1 ? '1 region' : `${count} regions`),
  help:
    'Arrow keys move the selected regions, with shift ten times as far, or the view when nothing is selected. ' +
    'Enter draws a box in the middle of the view while a label is active. Escape gives up what is being drawn.',
  selected: (count: number) => (count === 1 ? '1 region selected' : `${count} regions selected`),
  place: (x: number, y: number, width: number, height: number) =>
    `left ${x} %, top ${y} %, width ${width} %, height ${height} %`,
  loading: 'Loading the image',
  loadError: (field: string) => `There was an issue loading URL from ${field} value`,
  loadHints: [
    'The address must be valid and reachable from this browser.',
    'The server must allow other sites to load it (CORS), and may need a signed address or a login.',
    'A page opened over https cannot load images over http.',
  ],
  openAddress: 'Open the address',
  retry: 'Try again',
} as const;
