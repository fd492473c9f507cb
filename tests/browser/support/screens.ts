import { expect, type Page } from '@playwright/test';
import type { Projects } from './samples';

/** A screen of the application: where it is and what shows that it is there. */
export interface Screen {
  name: string;
  /** Shown to whoever is not signed in. */
  open?: boolean;
  path: (projects: Projects) => string;
  ready: (page: Page) => Promise<void>;
}

const heading =
  (name: string) =>
  async (page: Page): Promise<void> =>
    expect(page.getByRole('heading', { name, exact: true }).first()).toBeVisible();

export const screens: readonly Screen[] = [
  { name: 'sign-in', open: true, path: () => '/user/login/', ready: heading('Log in') },
  { name: 'sign-up', open: true, path: () => '/user/signup/', ready: heading('Sign up') },
  {
    name: 'projects',
    path: () => '/projects',
    ready: (page) => expect(page.getByText('Biographies').first()).toBeVisible(),
  },
  {
    name: 'wizard-templates',
    path: () => '/projects/create?step=labeling',
    ready: (page) =>
      expect(page.getByRole('button', { name: 'Image Classification', exact: true })).toBeVisible(),
  },
  {
    name: 'data-manager',
    path: ({ text }) => `/projects/${String(text)}/data`,
    ready: (page) => expect(page.getByText('Lise Meitner').first()).toBeVisible(),
  },
  {
    name: 'labeling-text',
    path: ({ text }) => `/projects/${String(text)}/data?task=1`,
    ready: (page) => expect(page.locator('.gs-span').first()).toBeVisible(),
  },
  {
    name: 'labeling-image',
    path: ({ pictures, boxed }) => `/projects/${String(pictures)}/data?task=${String(boxed)}`,
    ready: (page) =>
      expect(page.getByRole('application', { name: /^Image photo/ })).toHaveAttribute('aria-busy', 'false'),
  },
  {
    name: 'import',
    path: ({ text }) => `/projects/${String(text)}/data/import`,
    ready: (page) => expect(page.getByText('Drop files or a folder here')).toBeVisible(),
  },
  {
    name: 'export',
    path: ({ text }) => `/projects/${String(text)}/data/export`,
    ready: (page) => expect(page.getByRole('radio', { name: /^JSON/ }).first()).toBeVisible(),
  },
  {
    name: 'snapshots',
    path: ({ text }) => `/projects/${String(text)}/data/export`,
    ready: async (page) => {
      await page.getByRole('tab', { name: 'Snapshots' }).click();
      await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();
    },
  },
  {
    name: 'labeling-setup',
    path: ({ pictures }) => `/projects/${String(pictures)}/settings/labeling`,
    ready: async (page) => {
      await expect(page.getByText('No problems found')).toBeVisible();
      await expect(page.getByRole('application', { name: /^Image photo/ })).toHaveAttribute(
        'aria-busy',
        'false',
      );
    },
  },
  {
    name: 'settings',
    path: ({ text }) => `/projects/${String(text)}/settings`,
    ready: (page) => expect(page.getByLabel('Project name')).toHaveValue('Biographies'),
  },
  {
    name: 'account-token',
    path: () => '/user/account/legacy-token',
    ready: (page) => expect(page.getByLabel('Token', { exact: true })).not.toHaveValue(''),
  },
];
