import type { UserSummary } from '@goldset/api';

type Named = Pick<UserSummary, 'first_name' | 'last_name' | 'username' | 'email'>;

/** What to call a person: their name, else the e-mail address, else the user name. */
export function userName(user: Named): string {
  const name = `${user.first_name} ${user.last_name}`.trim();
  return name || user.email || user.username;
}

/** One or two capital letters for a person's picture. */
export function initials(user: Named): string {
  const letters = [user.first_name, user.last_name].map((name) => name.trim().charAt(0)).join('');
  const account = (user.email || user.username).replace(/[^\p{L}\p{N}]/gu, '');
  return (letters || account.slice(0, 2)).toUpperCase();
}
