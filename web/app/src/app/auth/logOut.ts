import { api } from '@goldset/api';
import { forgetLabeling } from '../../features/labeling/offline/shell';

/** Ends the session and goes to the sign-in page. */
export async function logOut(): Promise<void> {
  await api.send('POST', '/logout');
  await forgetLabeling();
  window.location.assign('/user/login/');
}
