import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderApp } from './renderApp';

it('keeps the screen when the session ends, and goes on after signing in', async () => {
  const project = { id: 3, title: 'Reviews', description: '', color: '#FFFFFF', sampling: null };
  let signedIn = false;
  const sent = await renderApp('/projects/3/settings', {
    'GET /api/projects/3/': { body: project },
    'PATCH /api/projects/3/': ({ body }) =>
      signedIn
        ? { body: { ...project, ...(body as object) } }
        : { status: 401, body: { detail: 'No session.' } },
    'POST /user/login/': ({ body }) => {
      signedIn = (body as { password?: string }).password === 'right';
      return { status: signedIn ? 302 : 200 };
    },
  });
  await userEvent.type(await screen.findByLabelText('Project name'), ' 2');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  const password = await screen.findByLabelText('Password');
  await userEvent.type(password, 'wrong{Enter}');
  await screen.findByText('The e-mail address and password do not match.');
  await userEvent.clear(password);
  await userEvent.type(password, 'right{Enter}');

  await screen.findByText('Saved');
  expect(screen.getByLabelText('Project name')).toHaveProperty('value', 'Reviews 2');
  expect(sent.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
});
