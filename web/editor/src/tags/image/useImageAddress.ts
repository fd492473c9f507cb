import { useEffect, useState } from 'react';
import { useEditor } from '../../state/context';

/** Addresses of an object's pages as the task gives them; no text where a page has none. */
export function pagesOf(value: unknown): string[] {
  const pages = Array.isArray(value) ? value : [value];
  return pages.map((page) => (typeof page === 'string' ? page.trim() : ''));
}

/** The address the browser may load; `null` while the app is asked for it. */
export function useImageAddress(written: string): string | null {
  const { resolveUrl } = useEditor().props;
  const [resolved, setResolved] = useState<{ written: string; address: string } | null>(null);
  useEffect(() => {
    if (!resolveUrl || written === '') return undefined;
    let current = true;
    const settle = (address: string): void => {
      if (current) setResolved({ written, address });
    };
    // An address that the app cannot resolve is tried as it is; the canvas tells when it does not load.
    Promise.resolve(resolveUrl(written)).then(settle, () => settle(written));
    return () => {
      current = false;
    };
  }, [resolveUrl, written]);
  if (!resolveUrl || written === '') return written;
  return resolved?.written === written ? resolved.address : null;
}
