import { toImage, placedCamera, type ImageRotation } from '../../src/tags/image/geometry/camera';
import type { Pixels } from '../../src/tags/image/geometry/flood';
import { withFrame } from '../../src/tags/image/geometry/shape';
import { toStored } from '../../src/tags/image/geometry/stored';
import type { Point, Size } from '../../src/tags/image/geometry/shapes';
import type { CanvasInput, Effect, PointerInput, ToolState } from '../../src/tags/image/tools/chart';
import { transition } from '../../src/tags/image/tools/machine';
import { boxesOf, selectedBoxes, type Scene } from '../../src/tags/image/tools/scene';
import type { ImageRegion, ImageTool, StoredShape, VectorRules } from '../../src/tags/image/types';

/** A picture of 1000 × 500 pixels, shown at this many CSS pixels per image pixel from (0, 0). */
const IMAGE: Size = { width: 1000, height: 500 };

type Modifiers = Partial<Pick<PointerInput, 'shift' | 'additive' | 'alt' | 'hand' | 'button' | 'touch'>>;

/** A place of any shape, as results hold it. */
export type Place = Record<string, unknown>;

export interface Owned extends ImageRegion {
  selected: boolean;
}

type Changes = Partial<
  Omit<Owned, 'shape'> & { x: number; y: number; width: number; height: number; rotation: number }
>;

/** A region the owner has: a box, unless a shape is given. */
export function region(
  id: string,
  { x = 10, y = 20, width = 20, height = 20, rotation = 0, ...changes }: Changes = {},
  shape?: StoredShape,
): Owned {
  const box = { kind: 'rectangle', x, y, width, height, rotation } as const;
  const flags = { selected: false, hidden: false, locked: false, readonly: false };
  return { id, color: '#f00', shape: shape ?? box, ...flags, ...changes };
}

export interface HandOptions {
  tool?: ImageTool;
  canDraw?: boolean;
  readonly?: boolean;
  snap?: 'pixel' | 'none';
  regions?: Owned[];
  vector?: Partial<VectorRules>;
  /** Colours of the picture. */
  pixels?: Pixels;
  scale?: number;
  imageRotation?: ImageRotation;
}

/**
 * A person's hand at the canvas, with an owner behind it that does what the canvas asks for. Places are in
 * CSS pixels from the picture's top-left corner on the screen.
 */
export class Hand {
  state: ToolState = { name: 'idle' };
  regions: Owned[];
  /** All effects so far, places in percent of the image. */
  readonly created: Place[] = [];
  readonly changed: { id: string; rect: Place }[][] = [];
  readonly finished: string[] = [];
  readonly refused: Effect[] = [];
  readonly panned: Point[] = [];
  tool: ImageTool;
  canDraw: boolean;
  readonly #options: HandOptions;
  #time = 0;

  constructor(options: HandOptions = {}) {
    this.#options = options;
    this.regions = options.regions ?? [];
    this.tool = options.tool ?? 'rectangle';
    this.canDraw = options.canDraw ?? true;
  }

  get selected(): string[] {
    return this.regions.filter(({ selected }) => selected).map(({ id }) => id);
  }

  get scene(): Scene {
    const { scale = 1, imageRotation = 0, readonly = false, snap = 'none' } = this.#options;
    const window = { width: 2000, height: 2000 };
    const placed = placedCamera(IMAGE, imageRotation, window, { horizontal: 'left', vertical: 'top' }, scale);
    const boxes = boxesOf(this.regions, IMAGE);
    return {
      tool: this.tool,
      canDraw: this.canDraw,
      readonly,
      snap,
      boxes,
      selected: selectedBoxes(boxes, new Set(this.selected)),
      brushSize: 20,
      pointSize: 2,
      wand: { threshold: 15, blur: 0 },
      pixels: () => this.#options.pixels ?? null,
      vector: {
        closable: false,
        curves: false,
        skeleton: false,
        minPoints: 0,
        maxPoints: Infinity,
        ...this.#options.vector,
      },
      camera: { ...placed, x: 0, y: 0 },
      window,
    };
  }

  send(input: CanvasInput): this {
    const { state, effects } = transition(this.state, input, this.scene);
    this.state = state;
    for (const effect of effects) this.#run(effect);
    return this;
  }

  pointer(type: PointerInput['type'], x: number, y: number, modifiers: Modifiers = {}): this {
    const screen = { x, y };
    return this.send({
      type,
      screen,
      at: toImage(this.scene.camera, screen),
      button: 0,
      shift: false,
      additive: false,
      alt: false,
      hand: false,
      touch: false,
      time: this.#time,
      ...modifiers,
    });
  }

  press = (x: number, y: number, modifiers?: Modifiers) => this.pointer('down', x, y, modifiers);
  move = (x: number, y: number, modifiers?: Modifiers) => this.pointer('move', x, y, modifiers);
  release = (x: number, y: number, modifiers?: Modifiers) => this.pointer('up', x, y, modifiers);

  click(x: number, y: number, modifiers?: Modifiers): this {
    return this.press(x, y, modifiers).release(x, y, modifiers);
  }

  drag([x, y]: [number, number], [toX, toY]: [number, number], modifiers?: Modifiers): this {
    return this.press(x, y, modifiers)
      .move((x + toX) / 2, (y + toY) / 2, modifiers)
      .move(toX, toY, modifiers)
      .release(toX, toY, modifiers);
  }

  key(key: string, shift = false): this {
    return this.send({ type: 'keydown', key, shift }).send({ type: 'keyup', key, shift });
  }

  wait(milliseconds: number): this {
    this.#time += milliseconds;
    return this;
  }

  /** Polygons, vectors and masks become regions that are selected, as they grow by further gestures. */
  #create(shape: StoredShape): void {
    this.created.push(placeOf(shape));
    if (shape.kind !== 'polygon' && shape.kind !== 'vector' && shape.kind !== 'mask') return;
    const others = this.regions.map((one) => ({ ...one, selected: false }));
    this.regions = [...others, region(`new${others.length}`, { selected: true }, shape)];
  }

  #change(changes: { id: string; shape: StoredShape }[]): void {
    this.changed.push(changes.map(({ id, shape }) => ({ id, rect: placeOf(shape) })));
    const byId = new Map(changes.map(({ id, shape }) => [id, shape]));
    this.regions = this.regions.map((one) => ({ ...one, shape: byId.get(one.id) ?? one.shape }));
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'create':
        this.#create(toStored(effect.shape, IMAGE));
        break;
      case 'change': {
        const { byId } = this.scene.boxes;
        this.#change(
          [...effect.changes].flatMap(([id, rect]) => {
            const box = byId.get(id);
            return box ? [{ id, shape: toStored(withFrame(box.shape, box.rect, rect), IMAGE) }] : [];
          }),
        );
        break;
      }
      case 'reshape':
        this.#change([{ id: effect.id, shape: toStored(effect.shape, IMAGE) }]);
        if (effect.finished) this.finished.push(effect.id);
        break;
      case 'select': {
        const named = new Set(effect.ids);
        this.regions = this.regions.map((one) => {
          const before = effect.mode !== 'replace' && one.selected;
          return { ...one, selected: named.has(one.id) ? !(effect.mode === 'toggle' && before) : before };
        });
        break;
      }
      case 'pan':
        this.panned.push(effect.delta);
        break;
      case 'refuse':
        this.refused.push(effect);
    }
  }
}

function placeOf(shape: StoredShape): Place {
  const place: Place = { ...shape };
  delete place['kind'];
  return place;
}
