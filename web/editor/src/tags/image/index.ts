export { ImageCanvas } from './ImageCanvas';
export type {
  ImageAttributes,
  ImageCanvasHandle,
  ImageCanvasProps,
  ImageRegion,
  ImageTool,
  PercentRect,
  RegionChange,
  SelectMode,
} from './types';
