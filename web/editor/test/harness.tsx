import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import {
  Editor,
  type Annotation,
  type EditorOptions,
  type EditorProps,
  type ResultElement,
  type SaveEvent,
} from '../src';

export interface Setup extends Partial<Omit<EditorProps, 'options' | 'task'>> {
  data?: Record<string, unknown>;
  /** Result of an annotation that is stored already; without it the annotation is new. */
  result?: ResultElement[];
  options?: Partial<EditorOptions>;
  allowSkip?: boolean;
}

/** Opens the editor on one task and gives what a person has: eyes, hands, and the results that come out. */
export function openEditor({ data = {}, result, options, allowSkip, ...props }: Setup = {}) {
  const changes: SaveEvent[] = [];
  const onSubmit = vi.fn<NonNullable<EditorProps['onSubmit']>>();
  const onUpdate = vi.fn<NonNullable<EditorProps['onUpdate']>>();
  const annotations: Annotation[] = result === undefined ? [] : [{ id: 1, result }];
  const element = (change: Partial<EditorProps> = {}) => (
    <Editor
      config="<View/>"
      task={{ id: 1, data, allow_skip: allowSkip ?? null }}
      annotations={annotations}
      predictions={[]}
      user={{ id: 1, email: 'ann.king@example.com' }}
      options={{ mode: 'explore', ...options }}
      onChange={(event) => changes.push(event)}
      onSubmit={onSubmit}
      onUpdate={onUpdate}
      {...props}
      {...change}
    />
  );
  const view = render(element());
  const user = userEvent.setup();
  return {
    user,
    changes,
    onSubmit,
    onUpdate,
    /** Gives the editor other props, as an app does. */
    change: (next: Partial<EditorProps>) => view.rerender(element(next)),
    /** The result after the last change. */
    written: (): ResultElement[] => {
      const last = changes.at(-1);
      if (last === undefined) throw new Error('Nothing was changed.');
      return last.result;
    },
    region: (name: string | RegExp) =>
      within(screen.getByRole('list', { name: 'Regions' })).getByRole('button', { name }),
    regions: () => screen.queryAllByRole('button', { name: /^Region \d+:/ }),
    label: labelChip,
  };
}

/** The button of a label, whatever else is named like it. */
function labelChip(name: string | RegExp): HTMLElement {
  const chips = screen
    .getAllByRole('button', { name })
    .filter((button) => button.closest('.gs-labels') !== null);
  const [chip] = chips;
  if (chip === undefined || chips.length > 1)
    throw new Error(`There are ${chips.length} labels named ${String(name)}.`);
  return chip;
}

/** Selects the first occurrence of a part of the text, as a drag of the pointer does. */
export async function selectText(part: string, object = 'text'): Promise<void> {
  const root = screen.getByRole('textbox', { name: `Text ${object}` });
  const at = (root.textContent ?? '').indexOf(part);
  if (at < 0) throw new Error(`There is no "${part}" in the text.`);
  fireEvent.pointerDown(root, { button: 0 });
  const range = document.createRange();
  range.setStart(...placeIn(root, at));
  range.setEnd(...placeIn(root, at + part.length));
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  await act(async () => {
    fireEvent.pointerUp(root, { button: 0 });
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** Clicks on the text where a part of it begins. */
export async function clickText(part: string, init: MouseEventInit = {}, object = 'text'): Promise<void> {
  const root = screen.getByRole('textbox', { name: `Text ${object}` });
  const [node] = placeIn(root, (root.textContent ?? '').indexOf(part));
  window.getSelection()?.removeAllRanges();
  await act(async () => {
    fireEvent.click(node.parentElement ?? root, init);
  });
}

function placeIn(root: Node, offset: number): [Node, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = (node.textContent ?? '').length;
    if (left < length || (left === length && node.parentElement?.nextSibling === null)) return [node, left];
    left -= length;
  }
  throw new Error(`The text is shorter than ${offset}.`);
}

/** A labeled stretch of a text as it is stored. */
export function labeled(
  id: string,
  start: number,
  end: number,
  labels: string[],
  more: Partial<ResultElement> = {},
): ResultElement {
  return {
    id,
    from_name: 'ner',
    to_name: 'text',
    type: 'labels',
    origin: 'manual',
    value: { start, end, labels },
    ...more,
  };
}

export const story = 'Ada Lovelace met Charles Babbage in London in 1833.';

export const nerConfig = `<View>
  <Labels name="ner" toName="text"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="text" value="$text"/>
</View>`;
