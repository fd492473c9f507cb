import { csrfToken } from '@goldset/api';

/** Signs in as the sign-in page does. False when the server does not accept the pair. */
export async function logIn(email: string, password: string): Promise<boolean> {
  const form = new URLSearchParams({
    email,
    password,
    persist_session: 'on',
    csrfmiddlewaretoken: csrfToken(),
  });
  // Success is a redirect, refusal is the page again: the redirect itself need not be followed.
  const response = await fetch('/user/login/', {
    method: 'POST',
    body: form,
    redirect: 'manual',
    credentials: 'same-origin',
    headers: { 'X-CSRFToken': csrfToken() },
  });
  return response.type === 'opaqueredirect' || response.status === 302;
}
