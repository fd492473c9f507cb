import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderApp, type Server } from './renderApp';

const project = {
  id: 3,
  title: 'Reviews',
  description: '',
  color: '#FFFFFF',
  sampling: 'Sequential sampling',
  label_config: '<View/>',
  task_number: 0,
};

const server: Server = { 'GET /api/projects/3/': { body: project } };

it('sends only what changed, and says that it is saved', async () => {
  const sent = await renderApp('/projects/3/settings', {
    ...server,
    'PATCH /api/projects/3/': ({ body }) => ({ body: { ...project, ...(body as object) } }),
  });
  const name = await screen.findByLabelText('Project name');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);

  await userEvent.clear(name);
  await userEvent.type(name, 'Reviews, round 2');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('Saved');
  expect(sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { title: 'Reviews, round 2' },
  ]);
});

it("shows the server's refusal at its field", async () => {
  await renderApp('/projects/3/settings', {
    ...server,
    'PATCH /api/projects/3/': {
      status: 400,
      body: {
        status_code: 400,
        detail: 'Validation error',
        validation_errors: { title: ['That name is taken.'] },
      },
    },
  });
  const name = await screen.findByLabelText('Project name');
  await userEvent.type(name, '!');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByText('That name is taken.');
  expect(name.getAttribute('aria-invalid')).toBe('true');
});

it('deletes a project only after the word', async () => {
  const sent = await renderApp('/projects/3/settings/danger-zone', {
    ...server,
    'DELETE /api/projects/3/': { status: 204 },
    'GET /api/projects/': { body: { count: 0, next: null, previous: null, results: [] } },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete project' }));
  const word = await screen.findByLabelText(/To proceed/);
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Delete project' });
  expect(confirm).toHaveProperty('disabled', true);

  await userEvent.type(word, ' DELETE{Enter}');

  await waitFor(() => {
    expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
  });
  await screen.findByText('Create your first project');
});
