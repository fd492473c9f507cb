import type { OutgoingRequest } from 'swagger-ui-dist/swagger-ui-es-bundle.js';

const TOKEN_KEY = 'goldset:api-token';

/** Keeps the token typed into the page for as long as the tab is open, and says what requests will be sent with. */
export function keepToken(input: HTMLInputElement, use: HTMLElement): void {
  input.value = sessionStorage.getItem(TOKEN_KEY) ?? '';
  const show = () => {
    use.textContent = input.value.trim()
      ? 'Requests are sent with this token; it is forgotten with the tab.'
      : 'Without a token, requests are sent as whoever is signed in.';
  };
  input.addEventListener('input', () => {
    sessionStorage.setItem(TOKEN_KEY, input.value.trim());
    show();
  });
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  show();
}

/** Adds the token, or for a signed-in user what proves that the request comes from this page. */
export function withCredentials(request: OutgoingRequest): OutgoingRequest {
  const token = sessionStorage.getItem(TOKEN_KEY);
  if (token) request.headers.Authorization = `${token.split('.').length === 3 ? 'Bearer' : 'Token'} ${token}`;
  else if (!['GET', 'HEAD'].includes((request.method ?? 'GET').toUpperCase()))
    request.headers['X-CSRFToken'] = cookie('csrftoken');
  return request;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
