import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';

import { keepToken, withCredentials } from './credentials';
import { findOperation, operationsOf, type ApiDescription } from './operations';
import './reference.css';

const page = document.querySelector('#reference') as HTMLElement;
keepToken(
  document.querySelector('#token') as HTMLInputElement,
  document.querySelector('#token-use') as HTMLElement,
);
// The scheme the user chose in the app, which the script in the head has read.
document.documentElement.classList.toggle(
  'dark-mode',
  document.documentElement.dataset.mantineColorScheme === 'dark',
);

try {
  await showReference();
} catch (error) {
  page.textContent = `The description of the API could not be read: ${String(error)}`;
}

async function showReference(): Promise<void> {
  const response = await fetch('/docs/api/schema/json/');
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const description = (await response.json()) as ApiDescription;
  const operations = operationsOf(description);
  const ui = SwaggerUI({
    spec: description,
    domNode: page,
    docExpansion: 'list',
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: 0,
    requestInterceptor: withCredentials,
    onComplete: () => void followLink(),
  });
  window.addEventListener('hashchange', () => void followLink());
  page.addEventListener('click', rememberOperation);

  async function followLink(): Promise<void> {
    const [kind, ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
    const name = rest.join('/');
    if (kind === 'section') (await present(() => heading(name)))?.scrollIntoView();
    if (kind !== 'operation') return;
    const operation = findOperation(operations, name);
    if (!operation) return;
    ui.layoutActions.show(['operations-tag', operation.tag], true);
    ui.layoutActions.show(['operations', operation.tag, operation.id], true);
    (await present(() => block(operation.id)))?.scrollIntoView();
  }

  /** Puts the opened operation into the address, so that it can be copied. */
  function rememberOperation(event: Event): void {
    const opened = (event.target as Element).closest('.opblock-summary')?.closest('.opblock');
    const operation = operations.find(({ id }) => opened?.id.endsWith(`-${id}`));
    if (operation) history.replaceState(null, '', `#operation/${operation.id}`);
  }
}

function block(id: string): Element | null {
  return page.querySelector(`.opblock[id$="-${CSS.escape(id)}"]`);
}

function heading(text: string): Element | undefined {
  return [...page.querySelectorAll('.info h1, .info h2')].find(
    ({ textContent }) => textContent?.trim() === text,
  );
}

/** What `find` finds, as soon as the page shows it; undefined when it does not within ten seconds. */
function present(find: () => Element | null | undefined): Promise<Element | undefined> {
  return new Promise((resolve) => {
    const done = (found?: Element) => {
      observer.disconnect();
      clearTimeout(limit);
      resolve(found);
    };
    const look = () => {
      const found = find();
      if (found) done(found);
    };
    const observer = new MutationObserver(look);
    const limit = setTimeout(done, 10_000);
    observer.observe(page, { childList: true, subtree: true });
    look();
  });
}
