import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    violations?: string[];
  }
}

/** What a page did that text of others must not make it do. */
export interface Inspection {
  /** What ran, was asked or was requested since the last look. */
  happened: string[];
  /** Fails when a script of others ran, was refused by the content policy, left the server, or is in the page. */
  expectHarmless(screen: string): Promise<void>;
}

/** Watches a page from its next navigation on. Scripts of others are expected to call `ran`. */
export async function inspect(page: Page, address: string): Promise<Inspection> {
  const happened: string[] = [];
  await page.exposeFunction('ran', () => void happened.push('a script ran'));
  page.on('dialog', (dialog) => {
    // Leaving a page with unsent work asks first.
    if (dialog.type() !== 'beforeunload') happened.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.accept();
  });
  page.on('popup', (popup) => void happened.push(`opened ${popup.url()}`));
  await page.addInitScript(() => {
    const violations: string[] = (window.violations = []);
    document.addEventListener('securitypolicyviolation', (event) => {
      // What is parsed apart from the page, to be sanitised, is reported as well; what is in the page names its element.
      const apart =
        event.target === document && /^(script-src-attr|base-uri)$/.test(event.effectiveDirective);
      if (apart) return;
      violations.push(
        `${event.disposition} ${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}`,
      );
    });
  });
  await page.route(
    (url) => /^(https?|wss?|ftp):$/.test(url.protocol) && url.origin !== new URL(address).origin,
    async (route) => {
      happened.push(`request for ${route.request().url()}`);
      await route.abort();
    },
  );
  return {
    happened,
    expectHarmless: async (screen) => {
      // Pictures that were there before this one have failed, and told so, once this one has.
      await page.evaluate(
        () =>
          new Promise((failed) => {
            const picture = new Image();
            picture.onerror = failed;
            picture.src = 'data:image/png;base64,';
          }),
      );
      const found = await page.evaluate(dangers);
      const violations = await page.evaluate(() => window.violations ?? ['the page was not watched']);
      expect.soft({ happened: [...happened], violations, found }, screen).toEqual({
        happened: [],
        violations: [],
        found: [],
      });
      happened.length = 0;
    },
  };
}

/** Everything in the document that runs, loads or sends by itself without being the application's. */
function dangers(): string[] {
  const found: string[] = [];
  const refused = new Set(['base', 'object', 'embed', 'applet', 'frame', 'frameset', 'portal']);
  const addresses = new Set(
    'href src action formaction data poster background cite ping srcset xlink:href'.split(' '),
  );
  // Browsers leave blanks and control characters out of addresses.
  const plain = (address: string): string =>
    Array.from(address, (sign) => (sign <= ' ' ? '' : sign.toLowerCase())).join('');
  const check = (element: Element): void => {
    const tag = element.localName;
    const say = (problem: string): void => {
      found.push(`${problem}: ${element.outerHTML.slice(0, 200)}`);
    };
    if (refused.has(tag)) say('element');
    if (tag === 'meta' && element.hasAttribute('http-equiv')) say('meta');
    if (tag === 'iframe' && !isSealed(element)) say('frame');
    if (/^(animate.*|set)$/.test(tag) && /href/i.test(element.getAttribute('attributeName') ?? ''))
      say('animation');
    for (const { name, value } of element.attributes) {
      const written = plain(value);
      if (/^on/i.test(name)) say('handler');
      if (name === 'srcdoc' && tag !== 'iframe') say('page');
      if (name === 'target' && !/noopener|noreferrer/.test(element.getAttribute('rel') ?? '')) say('opener');
      if (!addresses.has(name.toLowerCase())) continue;
      if (/^(javascript|vbscript):/.test(written)) say('script address');
      if (/^data:/.test(written) && !/^data:(image|audio|video)\//.test(written)) say('page address');
      const elsewhere = new URL(value, document.baseURI).origin !== location.origin;
      if (elsewhere && tag !== 'a' && !/^(data|blob):/.test(written)) say('address elsewhere');
    }
    if (tag === 'script' && (element.textContent !== '' || !element.hasAttribute('src'))) say('script');
    if (tag === 'form' && element.hasAttribute('action')) say('form');
  };
  const isSealed = (frame: Element): boolean => {
    const sandbox = frame.getAttribute('sandbox');
    return sandbox !== null && !/allow-(scripts|top|forms|popups|modals)/.test(sandbox);
  };
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      check(element);
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element instanceof HTMLIFrameElement && element.contentDocument) walk(element.contentDocument);
    }
  };
  walk(document);
  for (const style of document.querySelectorAll<HTMLStyleElement>('.gs-task style'))
    for (const rule of style.sheet?.cssRules ?? [])
      if (!/^(\.gs-task|@keyframes|@font-face)/.test(rule.cssText)) found.push(`style: ${rule.cssText}`);
  return found;
}
