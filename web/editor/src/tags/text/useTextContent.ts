import { useEffect, useState } from 'react';
import { attrText } from '../../config/attributes';
import type { ObjectTag } from '../../config/compile';
import { useEditor, useTranslate } from '../../state/context';

export type TextContent =
  { status: 'ready'; text: string } | { status: 'loading' } | { status: 'failed'; message: string };

/** The text of an object: from the task itself, or loaded from the address that the task gives. */
export function useTextContent(object: ObjectTag): TextContent {
  const { props } = useEditor();
  const t = useTranslate();
  const byUrl = attrText(object.node, 'valuetype') === 'url';
  const written = asText(object.value);
  const [loaded, setLoaded] = useState<{ url: string; content: TextContent } | null>(null);
  const { resolveUrl } = props;
  const field = attrText(object.node, 'value') ?? '';

  useEffect(() => {
    if (!byUrl || written === '') return undefined;
    const abort = new AbortController();
    const load = async (): Promise<TextContent> => {
      if (!isAddress(written)) {
        return { status: 'failed', message: `${t('textUrlInvalid', { url: written })} ${t('textUrlHint')}` };
      }
      const response = await fetch((await resolveUrl?.(written)) ?? written, { signal: abort.signal });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return { status: 'ready', text: await response.text() };
    };
    load().then(
      (content) => setLoaded({ url: written, content }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const reason = error instanceof Error ? error.message : String(error);
        const message = `${t('textLoadError', { field })} (${written}): ${reason}`;
        setLoaded({ url: written, content: { status: 'failed', message } });
      },
    );
    return () => abort.abort();
  }, [byUrl, written, field, resolveUrl, t]);

  if (!byUrl) return decode(written, attrText(object.node, 'encoding'));
  return loaded?.url === written ? loaded.content : { status: 'loading' };
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

function isAddress(text: string): boolean {
  if (/[\s<>]/.test(text) || !URL.canParse(text, 'http://localhost/')) return false;
  return ['http:', 'https:', 'data:', 'blob:'].includes(new URL(text, 'http://localhost/').protocol);
}

function decode(text: string, encoding: string | undefined): TextContent {
  if (encoding !== 'base64' && encoding !== 'base64unicode') return { status: 'ready', text };
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return { status: 'ready', text: encoding === 'base64' ? atob(text) : new TextDecoder().decode(bytes) };
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
