import { useEffect, useState } from 'react';
import type { MessageKey, Translate } from '../../messages';

/** A quick load shows nothing in between. */
const SKELETON_DELAY = 150;

/** The image is on its way; shows itself after a moment only. */
export function CanvasSkeleton({ t }: { t: Translate }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SKELETON_DELAY);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <div className="gs-image-skeleton" role="status" aria-label={t('imageLoading')} /> : null;
}

interface CanvasFailureProps {
  src: string;
  /** Which attribute's value the address is. */
  field: string;
  t: Translate;
  /** Left out where trying again cannot help. */
  onRetry?: () => void;
}

const hints: readonly MessageKey[] = ['imageHintAddress', 'imageHintCors', 'imageHintHttps'];

/** The image could not be loaded: what, from where, why it may be, and a way to try again. */
export function CanvasFailure({ src, field, t, onRetry }: CanvasFailureProps) {
  return (
    <div className="gs-image-failure" role="alert">
      <p className="gs-image-failure-title">{t('imageLoadError', { field })}</p>
      <code className="gs-image-failure-address">{src}</code>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{t(hint)}</li>
        ))}
      </ul>
      <p className="gs-image-failure-ways">
        {onRetry && (
          <button type="button" className="gs-button" onClick={onRetry}>
            {t('tryAgain')}
          </button>
        )}
        {src !== '' && isWebAddress(src) && (
          <a href={src} target="_blank" rel="noreferrer">
            {t('openAddress')}
          </a>
        )}
      </p>
    </div>
  );
}

// Task data may hold anything: only what a browser can open as a page becomes a link.
function isWebAddress(src: string): boolean {
  return URL.canParse(src, document.baseURI) && /^https?:$/.test(new URL(src, document.baseURI).protocol);
}
