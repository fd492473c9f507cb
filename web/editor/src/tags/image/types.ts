import type { Snap } from './geometry/snap';
import type { StoredOf, StoredShape } from './geometry/stored';
import type { Translate } from '../../messages';
import type { Alignment, ImageRotation } from './geometry/camera';

export type { Alignment, ImageRotation, Snap, StoredOf, StoredShape };

/**
 * `rectangle3` takes three clicks: both ends of one side, then the height. `brush` and `eraser` paint and erase masks,
 * `magicwand` fills what looks alike.
 */
export type ImageTool =
  | 'select'
  | 'rectangle'
  | 'rectangle3'
  | 'ellipse'
  | 'polygon'
  | 'keypoint'
  | 'vector'
  | 'brush'
  | 'eraser'
  | 'magicwand'
  | 'pan';

/** A drawing tool in hand for a model instead of the annotation: what it draws is a prompt. */
export type SmartTool = 'smart-rectangle' | 'smart-ellipse' | 'smart-keypoint' | 'smart-brush';

/** What the person holds. */
export type HeldTool = ImageTool | SmartTool;

/** How a shape was drawn. */
export interface DrawnHow {
  /** With alt: for a model, a place that does not belong to what is meant. */
  readonly negative: boolean;
}

/** What a vector's control allows. */
export interface VectorRules {
  /** The first point can be joined to the last. */
  readonly closable: boolean;
  /** A drag while adding a point bends the line. */
  readonly curves: boolean;
  /** The next point follows the one that was clicked, so that lines branch. */
  readonly skeleton: boolean;
  /** Fewest points of a finished vector. */
  readonly minPoints: number;
  readonly maxPoints: number;
}

/** A region as the canvas draws it. The canvas never changes one: it reports what the person did. */
export interface ImageRegion {
  readonly id: string;
  readonly shape: StoredShape;
  /** Any CSS colour. */
  readonly color: string;
  /** Drawn beside the box with `showLabels`. */
  readonly label?: string | undefined;
  /** The number the region has in the list, drawn before the label. */
  readonly index?: number | undefined;
  /** Not drawn, not clickable, not caught by the rubber band. */
  readonly hidden: boolean;
  /** Selectable, but neither movable nor resizable. */
  readonly locked: boolean;
  /** Like `locked`. */
  readonly readonly: boolean;
  /** Of the filling, 0..1; 0.2 if left out. */
  readonly opacity?: number | undefined;
  /** Of the outline in CSS pixels, the same at every zoom; 1 if left out. */
  readonly strokeWidth?: number | undefined;
  /** Whether the region gets a handle to turn it (`canRotate`); true if left out. */
  readonly rotatable?: boolean | undefined;
  /** Of the points it is changed by, CSS pixels across; 8 if left out. */
  readonly pointSize?: number | undefined;
  /** Its points are squares. */
  readonly squarePoints?: boolean | undefined;
  /** `pixel` keeps the edges on whole image pixels when it is moved or resized. */
  readonly snap?: Snap | undefined;
}

/** One region's new place after a gesture. */
export interface RegionChange {
  readonly id: string;
  readonly shape: StoredShape;
}

/** What a selection does with the regions selected before. */
export type SelectMode = 'replace' | 'add' | 'toggle';

/** Attributes of `<Image>` that the canvas follows, with the tag's defaults. */
export interface ImageAttributes {
  /** Zooming by wheel and keys is possible; default true. */
  zoom?: boolean;
  /** The picture can be made smaller than fitting; default false. */
  negativeZoom?: boolean;
  /** Factor of one step of zoom buttons and keys; default 1.1. */
  zoomBy?: number;
  /** How a picture is shown at first; `auto` fits it only when it is larger than the window. Default `fit`. */
  defaultZoom?: 'auto' | 'original' | 'fit';
  /** The wheel zooms the other way; default false. */
  invertZoom?: boolean;
  /** Smooth pixels when enlarged; `auto` (default) smooths up to 3 device pixels per image pixel. */
  smoothing?: boolean | 'auto';
  /** Guide lines through the pointer; default false. */
  crosshair?: boolean;
  /** Grid over the picture; default false. */
  grid?: boolean;
  /** CSS pixels between grid lines when the picture fits the window; default 30. */
  gridSize?: number;
  /** Default `#EEEEF4`. */
  gridColor?: string;
  /** Default left and top. */
  alignment?: Alignment;
  /** `none` (default) and `anonymous` ask for permission to read the pixels and go on without it. */
  crossOrigin?: 'none' | 'anonymous' | 'use-credentials';
  /** Percent, 0..400; default 100. */
  brightness?: number;
  /** Percent, 0..400; default 100. */
  contrast?: number;
  /** Labels and numbers beside the boxes; default false. */
  showLabels?: boolean;
}

/**
 * The canvas: shows one image with its regions and turns pointer and keys into the events below. It
 * fills its parent, which gives it a width and a height. It knows nothing of stores, labels or results.
 */
export interface ImageCanvasProps extends ImageAttributes {
  src: string;
  /** Names the canvas for assistive technology. */
  name: string;
  /** Texts by message key; default English. */
  t?: Translate;
  /** Where the address came from, for the error text: the value of the tag's attribute, such as `$image`. */
  sourceField?: string;
  /** Later regions lie above earlier ones. Keep unchanged regions the same objects: they are cached by identity. */
  regions: readonly ImageRegion[];
  /** What was drawn for a model: shown dashed, neither selectable nor changeable. */
  prompts?: readonly ImageRegion[];
  /** What the model suggests: shown dashed, with buttons to accept and reject each. */
  suggestions?: readonly ImageRegion[];
  /** Ids of selected regions. */
  selection: readonly string[];
  tool: ImageTool;
  /** A drawing tool may create a region now (a label is active, or the control needs none). */
  canDraw: boolean;
  /** No region can be changed or created, whatever its own flags; default false. */
  readonly?: boolean;
  /** Colour of the box while it is drawn. */
  activeColor?: string | undefined;
  /** Snapping of newly drawn boxes; default `none`. */
  snap?: Snap;
  /** Diameter of brush and eraser, CSS pixels; default 15. */
  brushSize?: number;
  /** Diameter of new key points where the whole picture is shown, CSS pixels; default 2. */
  pointSize?: number;
  /** How far colours may differ that the magic wand takes for alike, 0..255; default 15. */
  wandThreshold?: number;
  /** Of the magic wand: width of the blur over the edges of what it took, pixels of the screen; default 5. */
  wandBlur?: number;
  vector?: VectorRules;
  /** Default 0. */
  imageRotation?: ImageRotation;
  /** A region to point out from outside, such as the row under the pointer in a list. */
  highlighted?: string | null;
  /**
   * Something was drawn, inside 0..100. Polygons and vectors come with their first point and grow by `onReshape` while
   * they are the selection.
   */
  onCreate(shape: StoredShape, how: DrawnHow): void;
  /** A suggestion's buttons. */
  onAccept?(id: string): void;
  onReject?(id: string): void;
  /** A region's points or pixels changed. `finished` when it is complete and needs no more clicks. */
  onReshape(change: RegionChange, finished: boolean): void;
  /** Once for each finished gesture, with all regions it moved: one step of undo. */
  onChange(changes: readonly RegionChange[]): void;
  /** `replace` with no ids unselects all. */
  onSelect(ids: readonly string[], mode: SelectMode): void;
  /** The region under the pointer, `null` when it leaves. */
  onHover?(id: string | null): void;
  /** The image has loaded; natural size in pixels, orientation in the file applied. */
  onNaturalSize?(width: number, height: number): void;
  onError?(message: string): void;
  /** The person tried to draw: `canDraw` is false, or the magic wand may not see the picture's pixels. */
  onDrawRefused?(reason: 'label' | 'pixels'): void;
  /** Regions lie elsewhere on the screen: the picture was loaded, zoomed, moved or turned. */
  onView?(): void;
  ref?: React.Ref<ImageCanvasHandle>;
}

/** What hotkeys and toolbars outside call. */
export interface ImageCanvasHandle {
  zoomIn(): void;
  zoomOut(): void;
  zoomToFit(): void;
  /** One image pixel to one CSS pixel. */
  zoomToActual(): void;
  /** Gives up the gesture under way; false when there was none. */
  cancel(): boolean;
  /** Where a region is on the page, in client coordinates; `null` when it is not on the canvas. */
  rectOf(id: string): DOMRect | null;
}
