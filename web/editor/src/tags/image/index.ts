export { ImageCanvas } from './ImageCanvas';
export type {
  ImageAttributes,
  ImageCanvasHandle,
  ImageCanvasProps,
  ImageRegion,
  ImageTool,
  StoredShape,
  RegionChange,
  SelectMode,
} from './types';
