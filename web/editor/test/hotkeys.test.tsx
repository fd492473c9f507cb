import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { compileConfig } from '../src/config/compile';
import { parseConfig } from '../src/config/parse';
import { commands, keysOf } from '../src/commands/registry';
import { displayKeys, matches, parseKeys } from '../src/commands/keys';
import { clickText, labeled, nerConfig, openEditor, story } from './harness';

const open = (setup = {}) => openEditor({ config: nerConfig, data: { text: story }, ...setup });
const press = (init: Partial<KeyboardEventInit>) =>
  ({
    key: '',
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...init,
  }) as KeyboardEvent;

describe('keys of labels', () => {
  it('go by the config, then automatically, leaving out what is taken', () => {
    const labels = ['<Label value="A"/>', '<Label value="B" hotkey="1"/>', '<Label value="C"/>'].join('');
    const config = compileConfig(
      parseConfig(`<View><Text name="text" value="$text"/><Labels name="l" toName="text">${labels}</Labels>
        <Choices name="c" toName="text"><Choice value="D"/></Choices></View>`),
      { text: '' },
    );
    expect(config.controls.get('l')?.labels.map(({ hotkey }) => hotkey)).toEqual(['2', '1', '3']);
    expect(config.controls.get('c')?.choices.map(({ hotkey }) => hotkey)).toEqual(['4']);
  });

  it('never equal a key of the editor itself', () => {
    const labels = Array.from({ length: 40 }, (_, index) => `<Label value="L${index}"/>`).join('');
    const config = compileConfig(
      parseConfig(
        `<View><Image name="i" value="$i"/><RectangleLabels name="l" toName="i">${labels}</RectangleLabels></View>`,
      ),
      { i: '' },
    );
    const given = config.controls.get('l')?.labels.flatMap(({ hotkey }) => hotkey ?? []) ?? [];
    const taken = new Set(
      commands.flatMap((command) =>
        parseKeys(keysOf(command, undefined))
          .filter(({ ctrl, alt, shift, meta }) => !ctrl && !alt && !shift && !meta)
          .map(({ key }) => key),
      ),
    );
    expect(given.length).toBeGreaterThan(20);
    expect(given.filter((key) => taken.has(key))).toEqual([]);
    expect(config.issues).toEqual([]);
  });

  it('are reported where they clash', () => {
    open({
      config: nerConfig
        .replace('"PER"', '"PER" hotkey="u"')
        .replace('"LOC"', '"LOC" hotkey="x"')
        .replace('<Text', '<Filter name="f" toName="ner" hotkey="x"/><Text'),
    });
    expect(
      screen.getByText(/Key u of PER is used by the editor itself.*Key x is given to both LOC and f/),
    ).toBeTruthy();
  });

  it('pick labels, also from the numeric keypad', async () => {
    const { user, label } = open();
    await user.keyboard('2');
    expect(label(/LOC/)).toHaveProperty('ariaPressed', 'true');
    fireEvent.keyDown(document.body, { key: '1', code: 'Numpad1' });
    expect(label(/PER/)).toHaveProperty('ariaPressed', 'true');
  });

  it('are typed, not obeyed, in a field', async () => {
    const { user, label } = open({
      config: nerConfig.replace('</View>', '<TextArea name="ta" toName="text"/></View>'),
    });
    await user.type(screen.getByRole('textbox', { name: 'ta' }), '12u');
    expect(screen.getByRole('textbox', { name: 'ta' })).toHaveProperty('value', '12u');
    expect(label(/PER/)).toHaveProperty('ariaPressed', 'false');
  });
});

describe('keys of commands', () => {
  it('submit from within a field, once, with the text that is in it', async () => {
    const { user, onSubmit } = open({
      config: nerConfig.replace('</View>', '<TextArea name="ta" toName="text" rows="3"/></View>'),
    });
    await user.type(screen.getByRole('textbox', { name: 'ta' }), 'text{Control>}{Enter}{/Control}');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(onSubmit.mock.calls[0]?.[0].result[0]?.value).toEqual({ text: ['text'] });
  });

  it('are remapped and switched off by the app', async () => {
    const hotkeys = {
      'annotation:submit': { key: 'shift+s' },
      'region:unselect': { key: 'u', active: false },
    };
    const { user, onSubmit, region } = open({
      result: undefined,
      options: { hotkeys },
      drafts: [{ id: 1, annotation: null, result: [labeled('a', 0, 12, ['PER'])] }],
    });
    await clickText('Ada');
    await user.keyboard('u');
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(onSubmit).not.toHaveBeenCalled();
    await user.keyboard('{Shift>}S{/Shift}');
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('cycle through regions and select by number', async () => {
    const { user, region } = open({ result: [labeled('a', 0, 12, ['PER']), labeled('b', 36, 42, ['LOC'])] });
    await user.keyboard('{Alt>}.{/Alt}{Alt>}.{/Alt}');
    expect(region('Region 2: LOC')).toHaveProperty('ariaPressed', 'true');
    await user.keyboard('{Alt>}.{/Alt}');
    expect(region('Region 1: PER')).toHaveProperty('ariaPressed', 'true');
    await user.keyboard('{Alt>}{Shift>}[Digit2]{/Shift}{/Alt}');
    expect(region('Region 2: LOC')).toHaveProperty('ariaPressed', 'true');
  });

  it('are all listed by the overlay, which Escape closes', async () => {
    const { user } = open();
    await user.keyboard('?');
    const dialog = within(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(dialog.getByText('Submit or update')).toBeTruthy();
    expect(dialog.getByText('LOC')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('matching', () => {
  it.each([
    ['ctrl+shift+z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, true],
    ['ctrl+z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, false],
    ['shift+1', { key: '!', code: 'Digit1', shiftKey: true }, true],
    ['1', { key: '&', code: 'Digit1' }, true],
    ['a', { key: 'a', code: 'KeyQ' }, true],
    ['q', { key: 'a', code: 'KeyQ' }, false],
    ['z', { key: 'я', code: 'KeyZ' }, true],
    ['alt+r', { key: '®', code: 'KeyR', altKey: true }, true],
    ['?', { key: '?', code: 'Slash', shiftKey: true }, true],
    ['ctrl+plus', { key: '=', code: 'Equal', ctrlKey: true }, true],
    ['ctrl+space', { key: ' ', code: 'Space', ctrlKey: true }, true],
    ['left', { key: 'ArrowLeft', code: 'ArrowLeft' }, true],
  ])('%s', (keys, init, expected) => {
    expect(parseKeys(keys).some((key) => matches(key, press(init)))).toBe(expected);
  });

  it('shows keys the way the machine writes them', () => {
    expect(displayKeys('ctrl+enter', false)).toBe('Ctrl+↵');
    expect(displayKeys('command+shift+z', true)).toBe('⇧⌘Z');
  });
});
