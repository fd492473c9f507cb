import type { ExportFormat } from '@goldset/api';
import { t } from '../../messages';

/** What an export in one format can be given besides its tasks. */
export interface FormatOptions {
  /** Files that tasks are about can be left away. */
  files: boolean;
  /** Labels can be numbered in the order of the labeling interface. */
  classOrder: boolean;
  /** It is an archive, which has room for an account of the export. */
  report: boolean;
}

const withFiles = new Set(['VOC', 'ASR_MANIFEST', 'DATUMARO']);

export function optionsOf(name: string): FormatOptions {
  return {
    files: withFiles.has(name),
    classOrder: /^(COCO|YOLO)/.test(name),
    report: /^(COCO|YOLO|VOC|ASR|BRUSH|HUGGINGFACE|DATUMARO|SRT|WEBVTT|RTTM)/.test(name),
  };
}

/** Formats in the server's order: those that fit the project, and the others. */
export interface ArrangedFormats {
  fitting: ExportFormat[];
  others: ExportFormat[];
}

/** Formats whose name, description or field of use holds every word that is searched for. */
export function arrangeFormats(formats: readonly ExportFormat[], search: string): ArrangedFormats {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = formats.filter((format) => {
    const { about, drops } = describeFormat(format);
    const text = [format.name, format.title, about, drops, ...(format.tags ?? [])].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return {
    fitting: found.filter(({ disabled }) => !disabled),
    others: found.filter(({ disabled }) => disabled),
  };
}

/** In a line each: what a format is, and what it has no place for. */
export interface FormatDescription {
  about: string;
  /** Empty where nothing is left out, or nothing is known. */
  drops: string;
}

/** Formats with their pictures, or turned, are described as the plain one. */
export function describeFormat({
  name,
  description,
}: Pick<ExportFormat, 'name' | 'description'>): FormatDescription {
  switch (name) {
    case 'JSON':
      return { about: t('export.about.JSON'), drops: '' };
    case 'JSONL':
      return { about: t('export.about.JSONL'), drops: '' };
    case 'JSON_MIN':
      return { about: t('export.about.JSON_MIN'), drops: t('export.drops.table') };
    case 'CSV':
      return { about: t('export.about.CSV'), drops: t('export.drops.table') };
    case 'TSV':
      return { about: t('export.about.TSV'), drops: t('export.drops.table') };
    case 'PARQUET':
      return { about: t('export.about.PARQUET'), drops: t('export.drops.table') };
    case 'HUGGINGFACE':
      return { about: t('export.about.HUGGINGFACE'), drops: t('export.drops.newest') };
    case 'SPACY':
      return { about: t('export.about.SPACY'), drops: t('export.drops.SPACY') };
    case 'CONLL2003':
      return { about: t('export.about.CONLL2003'), drops: t('export.drops.CONLL2003') };
    case 'COCO':
      return { about: t('export.about.COCO'), drops: t('export.drops.COCO') };
    case 'COCO_WITH_IMAGES':
      return { about: t('export.about.COCO_WITH_IMAGES'), drops: t('export.drops.COCO') };
    case 'YOLO':
      return { about: t('export.about.YOLO'), drops: t('export.drops.YOLO') };
    case 'YOLO_WITH_IMAGES':
      return { about: t('export.about.YOLO_WITH_IMAGES'), drops: t('export.drops.YOLO') };
    case 'YOLO_OBB':
      return { about: t('export.about.YOLO_OBB'), drops: t('export.drops.YOLO_OBB') };
    case 'YOLO_OBB_WITH_IMAGES':
      return { about: t('export.about.YOLO_OBB_WITH_IMAGES'), drops: t('export.drops.YOLO_OBB') };
    case 'VOC':
      return { about: t('export.about.VOC'), drops: t('export.drops.VOC') };
    case 'BRUSH_TO_NUMPY':
      return { about: t('export.about.BRUSH_TO_NUMPY'), drops: t('export.drops.masks') };
    case 'BRUSH_TO_PNG':
      return { about: t('export.about.BRUSH_TO_PNG'), drops: t('export.drops.masks') };
    case 'BRUSH_TO_COCO':
      return { about: t('export.about.BRUSH_TO_COCO'), drops: t('export.drops.BRUSH_TO_COCO') };
    case 'ASR_MANIFEST':
      return { about: t('export.about.ASR_MANIFEST'), drops: t('export.drops.ASR_MANIFEST') };
    case 'DATUMARO':
      return { about: t('export.about.DATUMARO'), drops: t('export.drops.relations') };
    case 'SRT':
      return { about: t('export.about.SRT'), drops: t('export.drops.untranscribed') };
    case 'WEBVTT':
      return { about: t('export.about.WEBVTT'), drops: t('export.drops.untranscribed') };
    case 'RTTM':
      return { about: t('export.about.RTTM'), drops: t('export.drops.RTTM') };
    default:
      return { about: description, drops: '' };
  }
}
