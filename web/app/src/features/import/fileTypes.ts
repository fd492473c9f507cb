import type { MessageKey } from '../../messages';

type TypeLabel = Extract<MessageKey, `import.types.${string}`>;

/** What can be imported, by kind of content. */
export const fileTypes: readonly { label: TypeLabel; extensions: readonly string[] }[] = [
  { label: 'import.types.tasks', extensions: ['json', 'jsonl', 'csv', 'tsv', 'parquet'] },
  { label: 'import.types.datasets', extensions: ['zip', 'conll', 'iob', 'iob2', 'bio', 'ndjson'] },
  { label: 'import.types.images', extensions: ['bmp', 'gif', 'jpg', 'jpeg', 'png', 'svg', 'webp'] },
  { label: 'import.types.audio', extensions: ['wav', 'mp3', 'flac', 'm4a', 'ogg'] },
  { label: 'import.types.video', extensions: ['mp4', 'webm'] },
  { label: 'import.types.text', extensions: ['txt', 'html', 'htm', 'xml'] },
  { label: 'import.types.documents', extensions: ['pdf'] },
];

const supported = new Set(fileTypes.flatMap((type) => type.extensions));

export function isSupported(name: string): boolean {
  return supported.has(extensionOf(name));
}

/** Files of the operating system that come along with a folder and are never meant. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
