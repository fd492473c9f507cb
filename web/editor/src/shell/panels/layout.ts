/** The panels beside the task. */
export type PanelName = 'regions' | 'details' | 'relations' | 'history';

/** Where a panel is: at an edge of the task, or over it. */
export type Place = 'left' | 'right' | 'bottom' | 'float';

export type Edge = Exclude<Place, 'float'>;

export interface PanelState {
  place: Place;
  folded: boolean;
  /** Of a floating panel, CSS pixels from the upper left corner of the task's area. */
  x: number;
  y: number;
}

export interface PanelLayout {
  panels: Readonly<Record<PanelName, PanelState>>;
  /** From top to bottom, or from left to right, wherever they are. */
  order: readonly PanelName[];
  /** Width of the columns, height of the row, CSS pixels. */
  sizes: Readonly<Record<Edge, number>>;
}

export const edges: readonly Edge[] = ['left', 'right', 'bottom'];

export const sizeLimits: Readonly<Record<Edge, { least: number; most: number }>> = {
  left: { least: 220, most: 560 },
  right: { least: 220, most: 560 },
  bottom: { least: 140, most: 420 },
};

const usual = { place: 'right', folded: false, x: 24, y: 24 } as const;

export const defaultLayout: PanelLayout = {
  panels: {
    regions: usual,
    details: usual,
    relations: usual,
    history: { ...usual, folded: true },
  },
  order: ['regions', 'details', 'relations', 'history'],
  sizes: { left: 300, right: 300, bottom: 220 },
};

export function panelsAt({ order, panels }: PanelLayout, place: Place): PanelName[] {
  return order.filter((name) => panels[name].place === place);
}

export function withPanel(layout: PanelLayout, name: PanelName, change: Partial<PanelState>): PanelLayout {
  return { ...layout, panels: { ...layout.panels, [name]: { ...layout.panels[name], ...change } } };
}

export function withSize(layout: PanelLayout, edge: Edge, size: number): PanelLayout {
  const { least, most } = sizeLimits[edge];
  return { ...layout, sizes: { ...layout.sizes, [edge]: Math.round(Math.min(most, Math.max(least, size))) } };
}

/** Puts a panel at an edge, before the one that is `index`th there. */
export function docked(layout: PanelLayout, name: PanelName, edge: Edge, index = Infinity): PanelLayout {
  const rest = layout.order.filter((other) => other !== name);
  const next = rest.filter((other) => layout.panels[other].place === edge)[index];
  const at = next === undefined ? rest.length : rest.indexOf(next);
  const order = [...rest.slice(0, at), name, ...rest.slice(at)];
  return { ...withPanel(layout, name, { place: edge }), order };
}

const storageKey = 'goldset.editor.panels';

/** The places the person gave the panels in this browser; the usual ones where none are stored or they are damaged. */
export function readLayout(): PanelLayout {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isLayout(stored) ? stored : defaultLayout;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return defaultLayout;
    throw error;
  }
}

export function writeLayout(layout: PanelLayout): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(layout));
  } catch (error) {
    // Storage that is full or switched off costs the places, not the work.
    if (!(error instanceof DOMException)) throw error;
  }
}

function isLayout(value: unknown): value is PanelLayout {
  if (!isRecord(value)) return false;
  const { panels, order, sizes } = value;
  if (!isRecord(panels) || !isRecord(sizes) || !Array.isArray(order)) return false;
  const names = Object.keys(defaultLayout.panels);
  return (
    order.length === names.length &&
    names.every((name) => order.includes(name) && isPanelState(panels[name])) &&
    edges.every((edge) => typeof sizes[edge] === 'number')
  );
}

function isPanelState(value: unknown): boolean {
  return (
    isRecord(value) &&
    [...edges, 'float'].some((place) => place === value['place']) &&
    typeof value['folded'] === 'boolean' &&
    typeof value['x'] === 'number' &&
    typeof value['y'] === 'number'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
