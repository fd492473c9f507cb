import { expect, test as base, type Page } from '@playwright/test';
import { person, withServer, type Server } from './server';

interface Journey {
  server: Server;
  /** Signs `person` in without the form. */
  signIn: (page: Page) => Promise<void>;
}

/** A test with a server of its own; a script error on its page fails it. */
export const test = base.extend<Journey>({
  server: async ({}, use) => {
    await withServer(use);
  },
  baseURL: async ({ server }, use) => {
    await use(server.address);
  },
  page: async ({ page }, use) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await use(page);
    expect(errors, 'script errors on the page').toEqual([]);
  },
  signIn: async ({ server }, use) => {
    await use(async (page) => {
      const answer = await page.request.post(`${server.address}/user/login/`, {
        form: { email: person.email, password: person.password, persist_session: 'on' },
      });
      expect(answer.url(), 'signed in').not.toContain('/user/login');
    });
  },
});

export { expect } from '@playwright/test';
