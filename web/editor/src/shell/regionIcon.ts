import {
  IconBrush,
  IconGrain,
  IconOvalVertical,
  IconPoint,
  IconPolygon,
  IconRectangle,
  IconTag,
  IconTextCaption,
  IconVectorSpline,
  IconWand,
  type TablerIcon,
} from '@tabler/icons-react';

const icons: Readonly<Record<string, TablerIcon>> = {
  rectangle: IconRectangle,
  ellipse: IconOvalVertical,
  polygon: IconPolygon,
  keypoint: IconPoint,
  brush: IconBrush,
  bitmask: IconGrain,
  vector: IconVectorSpline,
  magicwand: IconWand,
  '': IconTextCaption,
  hypertext: IconTextCaption,
};

/** The sign of the tool a region is made with, by the type of its result. */
export function regionIcon(type: string): TablerIcon {
  return icons[type.replace(/labels$/, '')] ?? IconTag;
}
