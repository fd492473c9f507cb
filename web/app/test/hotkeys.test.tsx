import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderApp, user, type Server } from './renderApp';

/** A server that keeps what it is sent, beginning with these keys. */
function serverWith(custom: object): Server {
  let kept: unknown = custom;
  return {
    'GET /api/current-user/whoami': () => ({ body: { ...user, custom_hotkeys: kept } }),
    'PATCH /api/current-user/hotkeys/': ({ body }) => {
      kept = (body as { custom_hotkeys: unknown }).custom_hotkeys;
      return { body };
    },
  };
}

const keyOf = (command: string) =>
  screen.findByRole('button', { name: new RegExp(`^Change the key of “${command}”`) });

async function give(command: string, press: object) {
  await userEvent.click(await keyOf(command));
  fireEvent.keyDown(screen.getByRole('button', { name: /^Press the new key/ }), press);
}

const saved = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

it('gives a command the key that is pressed, and stores all that is not usual', async () => {
  const sent = await renderApp(
    '/user/account/hotkeys',
    serverWith({ 'regions:region:lock': { key: 'alt+k', active: true } }),
  );
  await give('Submit or update', { key: 'S', code: 'KeyS', shiftKey: true });
  await userEvent.click(screen.getByRole('switch', { name: 'Use the key of “Unselect”' }));
  await userEvent.click(screen.getByRole('button', { name: /^Usual key .* for “Lock or unlock/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(saved(sent)).toEqual([
    {
      custom_hotkeys: {
        'annotation:annotation:submit': { key: 'shift+s', active: true },
        'regions:region:unselect': { key: 'u', active: false },
      },
    },
  ]);
});

it('keeps the key when Escape is pressed, and waits while only modifiers are', async () => {
  await renderApp('/user/account/hotkeys', serverWith({}));
  await userEvent.click(await keyOf('Duplicate the selected regions'));
  const field = screen.getByRole('button', { name: /^Press the new key/ });
  fireEvent.keyDown(field, { key: 'Control', code: 'ControlLeft', ctrlKey: true });
  expect(field.getAttribute('aria-label')).toMatch(/^Press the new key/);
  fireEvent.keyDown(field, { key: 'Escape', code: 'Escape' });
  expect((await keyOf('Duplicate the selected regions')).textContent).toBe('Ctrl+D');
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
});

it('warns of keys that two commands share, except where they share them from the start', async () => {
  await renderApp('/user/account/hotkeys', serverWith({}));
  await keyOf('Undo');
  expect(screen.queryByText(/^Also the key of/)).toBeNull();
  await give('Skip the task', { key: 'z', code: 'KeyZ', ctrlKey: true });
  expect(screen.getByText('Also the key of Undo')).toBeTruthy();
  expect(screen.getByText(/^2 commands share/)).toBeTruthy();
  await userEvent.click(screen.getByRole('switch', { name: 'Use the key of “Undo”' }));
  expect(screen.queryByText(/^Also the key of/)).toBeNull();
});

it('takes over an export, and says what is wrong with one', async () => {
  const sent = await renderApp('/user/account/hotkeys', serverWith({}));
  await keyOf('Undo');
  await userEvent.click(screen.getByRole('button', { name: 'Import' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Import hotkeys' }));
  const field = dialog.getByLabelText('Hotkeys as JSON');
  const take = async (json: string) => {
    fireEvent.change(field, { target: { value: json } });
    await userEvent.click(dialog.getByRole('button', { name: 'Take over' }));
  };
  await take('{');
  expect(dialog.getByText(/^This is not JSON/)).toBeTruthy();
  await take('{"annotation:submit": {"key": "shift+s", "sound": "bell"}}');
  expect(dialog.getByText('“annotation:submit” has the unknown property “sound”.')).toBeTruthy();
  await take('{"annotation:launch": {"key": "shift+s"}}');
  expect(dialog.getByText('There is no command “annotation:launch”.')).toBeTruthy();
  await take('{"annotation:submit": {"key": "shift+s"}, "tools:tool:brush": {"key": "n", "active": false}}');
  expect((await keyOf('Submit or update')).textContent).toBe('Shift+S');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(saved(sent)).toEqual([
    {
      custom_hotkeys: {
        'annotation:annotation:submit': { key: 'shift+s', active: true },
        'tools:tool:brush': { key: 'n', active: false },
      },
    },
  ]);
});

it('resets all keys after a question', async () => {
  const sent = await renderApp(
    '/user/account/hotkeys',
    serverWith({ 'annotation:annotation:submit': { key: 'shift+s', active: true } }),
  );
  expect((await keyOf('Submit or update')).textContent).toBe('Shift+S');
  await userEvent.click(screen.getByRole('button', { name: 'Reset all' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reset all hotkeys?' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Reset all' }));
  expect((await keyOf('Submit or update')).textContent).toMatch(/^Ctrl/);
  expect(saved(sent)).toEqual([{ custom_hotkeys: {} }]);
});

it("shows the server's refusal", async () => {
  await renderApp('/user/account/hotkeys', {
    ...serverWith({}),
    'PATCH /api/current-user/hotkeys/': {
      status: 400,
      body: {
        error: 'Invalid hotkeys configuration',
        details: { custom_hotkeys: ["Key combination 'alt+f4' is not allowed for security reasons"] },
      },
    },
  });
  await give('Undo', { key: 'F4', code: 'F4', altKey: true });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toContain('not allowed for security reasons');
});
