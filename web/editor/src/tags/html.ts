import DOMPurify from 'dompurify';

// An instance of its own, so that its hook does not change what others sanitise.
const purifier = DOMPurify(window);

purifier.addHook('afterSanitizeAttributes', (element) => {
  if (!element.hasAttribute('href') && !element.hasAttribute('xlink:href')) return;
  // A page that is left loses work, and one that opened another by name can be steered by it.
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
});

const RULES = {
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
  FORBID_ATTR: ['ping', 'action', 'formaction'],
  SANITIZE_NAMED_PROPS: true,
};

/**
 * HTML from configs, projects and task data as it may be shown: no scripts, frames, handlers or forms; links open
 * a page of their own; ids and names cannot stand for those of the application. Show it inside of `.gs-html`, which
 * keeps it from covering what is around it.
 */
export const sanitizeHtml = (html: string): string => purifier.sanitize(html, RULES);

/** The same as nodes, which stay apart where something between them was taken out. */
export const sanitizedContent = (html: string): DocumentFragment =>
  purifier.sanitize(html, { ...RULES, RETURN_DOM_FRAGMENT: true });
