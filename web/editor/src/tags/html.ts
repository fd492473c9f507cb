import DOMPurify from 'dompurify';

/** HTML from configs and projects as it may be shown: no scripts, frames, handlers or forms. */
export function sanitizeHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    FORBID_TAGS: [
      'iframe',
      'frame',
      'object',
      'embed',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'style',
      'link',
      'meta',
      'base',
    ],
    ADD_ATTR: ['target'],
  });
}
