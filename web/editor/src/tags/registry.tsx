import { ChoicesTag } from './choices/ChoicesTag';
import { CollapseTag } from './collapse/CollapseTag';
import { DateTimeTag } from './datetime/DateTimeTag';
import { FilterTag } from './filter/FilterTag';
import { HeaderTag } from './header/HeaderTag';
import { HyperTextTag } from './hypertext/HyperTextTag';
import { ImageTag } from './image/ImageTag';
import { LabelsTag } from './labels/LabelsTag';
import { NumberTag } from './number/NumberTag';
import { PagedViewTag } from './pagedview/PagedViewTag';
import { ListTag } from './ranker/ListTag';
import { RatingTag } from './rating/RatingTag';
import { StyleTag } from './style/StyleTag';
import type { TagComponents } from './TagView';
import { TaxonomyTag } from './taxonomy/TaxonomyTag';
import { TextTag } from './text/TextTag';
import { TextAreaTag } from './textarea/TextAreaTag';
import { ViewTag } from './view/ViewTag';

/** Relations are shown in the side panel; tools without labels, Pairwise and Ranker on their objects. */
function NothingToShow(): null {
  return null;
}

/** What draws each tag. A tag of the language that is missing here is shown as not yet supported. */
export const tagComponents: TagComponents = {
  bitmask: NothingToShow,
  bitmasklabels: LabelsTag,
  brush: NothingToShow,
  brushlabels: LabelsTag,
  choices: ChoicesTag,
  collapse: CollapseTag,
  datetime: DateTimeTag,
  ellipse: NothingToShow,
  ellipselabels: LabelsTag,
  filter: FilterTag,
  header: HeaderTag,
  hypertext: HyperTextTag,
  hypertextlabels: LabelsTag,
  image: ImageTag,
  keypoint: NothingToShow,
  keypointlabels: LabelsTag,
  labels: LabelsTag,
  magicwand: NothingToShow,
  list: ListTag,
  number: NumberTag,
  pagedview: PagedViewTag,
  pairwise: NothingToShow,
  polygon: NothingToShow,
  polygonlabels: LabelsTag,
  ranker: NothingToShow,
  rating: RatingTag,
  rectangle: NothingToShow,
  rectanglelabels: LabelsTag,
  relations: NothingToShow,
  style: StyleTag,
  taxonomy: TaxonomyTag,
  text: TextTag,
  textarea: TextAreaTag,
  vector: NothingToShow,
  vectorlabels: LabelsTag,
  view: ViewTag,
};
