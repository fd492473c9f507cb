import { useEffect, useState } from 'react';
import { messages } from './messages';

/** A quick load shows nothing in between. */
const SKELETON_DELAY = 150;

/** The image is on its way; shows itself after a moment only. */
export function CanvasSkeleton() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SKELETON_DELAY);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <div className="gs-image-skeleton" role="status" aria-label={messages.loading} /> : null;
}

interface CanvasFailureProps {
  src: string;
  /** Which attribute's value the address is. */
  field: string;
  onRetry(): void;
}

/** The image could not be loaded: what, from where, why it may be, and a way to try again. */
export function CanvasFailure({ src, field, onRetry }: CanvasFailureProps) {
  return (
    <div className="gs-image-failure" role="alert">
      <p className="gs-image-failure-title">{messages.loadError(field)}</p>
      <code className="gs-image-failure-address">{src}</code>
      <ul>
        {messages.loadHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <p>
        <button type="button" className="gs-image-button" onClick={onRetry}>
          {messages.retry}
        </button>
        {isWebAddress(src) && (
          <a href={src} target="_blank" rel="noreferrer">
            {messages.openAddress}
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
