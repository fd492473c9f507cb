import { api } from '@goldset/api';

/** Ends the session and goes to the sign-in page. */
export async function logOut(): Promise<void> {
  await api.send('POST', '/logout');
  window.location.assign('/user/login/');
}
