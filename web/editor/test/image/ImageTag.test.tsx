import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Editor, type ResultElement, type SaveEvent } from '../../src';
import { VIEW_MARGIN } from '../../src/tags/image/geometry/camera';
import { installCanvas } from './canvas';

// An image of 100 × 100 pixels is shown at 5 CSS pixels each: 1 % of the image are 5 pixels.
const SIDE = 500;
installCanvas({
  window: { width: SIDE + 2 * VIEW_MARGIN, height: SIDE + 2 * VIEW_MARGIN },
  image: { width: 100, height: 100 },
});

const carsAndPeople = `<View><Image name="img" value="$image" rotateControl="true"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Person"/></RectangleLabels></View>`;

const pages = `<View><Image name="img" valueList="$pages"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels></View>`;

function car(
  id: string,
  value: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): ResultElement {
  return {
    id,
    from_name: 'box',
    to_name: 'img',
    type: 'rectanglelabels',
    origin: 'manual',
    original_width: 100,
    original_height: 100,
    image_rotation: 0,
    value: { x: 20, y: 20, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'], ...value },
    ...more,
  };
}

let saved: SaveEvent[] = [];
beforeEach(() => {
  saved = [];
});

const written = (): ResultElement[] => saved.at(-1)?.result ?? [];

async function open(config: string, result: ResultElement[] = [], options = {}): Promise<void> {
  render(
    <Editor
      config={config}
      task={{ id: 1, data: { image: '/picture.png', pages: ['/1.png', '/2.png'] } }}
      annotations={[{ id: 1, result }]}
      predictions={[]}
      user={{ id: 1, email: 'ann@example.com' }}
      options={{ mode: 'explore', ...options }}
      onChange={(event) => saved.push(event)}
    />,
  );
  await act(async () => undefined);
}

const canvas = () => screen.getByRole('application');

function pointer(type: 'down' | 'move' | 'up', [x, y]: [number, number], modifiers = {}): void {
  const place = { clientX: VIEW_MARGIN + x * 5, clientY: VIEW_MARGIN + y * 5 };
  // Not every jsdom has pointer events; a mouse event lacks little.
  const event = new MouseEvent(`pointer${type}`, { bubbles: true, cancelable: true, ...place, ...modifiers });
  fireEvent(canvas(), Object.assign(event, { isPrimary: true, pointerId: 1, pointerType: 'mouse' }));
}

/** Places are percents of the image. */
function drag(from: [number, number], to: [number, number], modifiers = {}): void {
  pointer('move', from, modifiers);
  pointer('down', from, modifiers);
  pointer('move', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], modifiers);
  pointer('move', to, modifiers);
  pointer('up', to, modifiers);
}

function click(at: [number, number], modifiers = {}): void {
  pointer('down', at, modifiers);
  pointer('up', at, modifiers);
}

const press = (key: string, modifiers = {}) => fireEvent.keyDown(document.body, { key, ...modifiers });
const shownSelection = () => within(canvas()).getByRole('status').textContent;

describe('drawing', () => {
  test('a picked label draws a box with the natural size and rotation of the image', async () => {
    await open(carsAndPeople);
    press('1');
    drag([60, 70], [10, 20]);
    expect(written()).toEqual([
      {
        ...car(expect.any(String) as unknown as string),
        value: {
          x: expect.closeTo(10, 6),
          y: expect.closeTo(20, 6),
          width: expect.closeTo(50, 6),
          height: expect.closeTo(50, 6),
          rotation: 0,
          rectanglelabels: ['Car'],
        },
      },
    ]);
  });

  test('without a picked label the selection tool is in hand, and a chosen drawing tool tells what is missing', async () => {
    await open(carsAndPeople);
    drag([10, 20], [60, 70]);
    expect(written()).toEqual([]);
    press('r');
    drag([10, 20], [60, 70]);
    expect(screen.getByText('Pick a label to draw with')).toBeTruthy();
    expect(written()).toEqual([]);
  });

  test('labels picked in several controls give one region with an element for each', async () => {
    await open(`<View><Image name="img" value="$image"/>
      <RectangleLabels name="a" toName="img"><Label value="Car"/></RectangleLabels>
      <RectangleLabels name="b" toName="img"><Label value="Red"/></RectangleLabels>
      <Labels name="c" toName="img"><Label value="Left"/></Labels></View>`);
    for (const key of ['1', '2', '3']) press(key);
    drag([10, 20], [60, 70]);
    expect(written().map(({ from_name, type }) => [from_name, type])).toEqual([
      ['a', 'rectanglelabels'],
      ['b', 'rectanglelabels'],
      ['c', 'labels'],
    ]);
    expect(new Set(written().map(({ id }) => id)).size).toBe(1);
  });

  test('a tool without labels draws at once, universal labels add an element', async () => {
    await open(
      `<View><Image name="img" value="$image"/><Rectangle name="rect" toName="img"/><Labels name="lab" toName="img"><Label value="Car"/></Labels></View>`,
    );
    drag([10, 20], [30, 30]);
    press('1');
    drag([50, 50], [60, 70]);
    expect(written().map(({ type }) => type)).toEqual(['rectangle', 'rectangle', 'labels']);
    expect(written()[0]?.value).not.toHaveProperty('labels');
    expect(written()[2]?.value).toMatchObject({ rotation: 0, labels: ['Car'] });
  });

  test('three points draw a box turned like its first side', async () => {
    await open(carsAndPeople);
    press('1');
    press('R', { shiftKey: true });
    click([20, 20]);
    click([40, 40]);
    click([30, 50]);
    expect(written()[0]?.value).toMatchObject({ x: expect.closeTo(20, 6), rotation: expect.closeTo(45, 6) });
  });

  test('escape gives up the box, not the label', async () => {
    await open(carsAndPeople);
    press('1');
    pointer('down', [10, 10]);
    pointer('move', [40, 40]);
    press('Escape');
    pointer('up', [40, 40]);
    expect(written()).toEqual([]);
    expect(screen.getByRole('button', { name: /^Car/ }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('editing', () => {
  test('moving several boxes is one step of undo and changes nothing but geometry', async () => {
    await open(carsAndPeople, [car('a'), car('b', { x: 60 }, { origin: 'prediction' })]);
    drag([5, 5], [95, 95]);
    expect(shownSelection()).toBe('2 regions selected');
    drag([30, 30], [35, 40]);
    expect(written()).toEqual([
      car('a', { x: expect.closeTo(25, 6), y: expect.closeTo(30, 6) }),
      car('b', { x: expect.closeTo(65, 6), y: expect.closeTo(30, 6) }, { origin: 'prediction-changed' }),
    ]);
    press('z', { ctrlKey: true });
    expect(written()).toEqual([car('a'), car('b', { x: 60 }, { origin: 'prediction' })]);
  });

  test('ctrl and click select more while a label is picked', async () => {
    await open(carsAndPeople, [car('a'), car('b', { x: 60 })]);
    press('1');
    click([30, 30], { ctrlKey: true });
    click([70, 30], { ctrlKey: true });
    expect(shownSelection()).toBe('2 regions selected');
    expect(saved).toEqual([]);
  });

  test('a drag over a region that is not selected draws over it', async () => {
    await open(carsAndPeople, [car('a')]);
    press('2');
    drag([25, 25], [35, 35]);
    expect(written()).toHaveLength(2);
    expect(written()[0]).toEqual(car('a'));
  });

  test('read-only, locked and hidden regions stay where they are', async () => {
    await open(carsAndPeople, [
      car('a', {}, { readonly: true }),
      car('b', { x: 60 }, { hidden: true }),
      car('c', { y: 60 }),
    ]);
    click([30, 70]);
    press('l', { altKey: true, code: 'KeyL' });
    drag([30, 70], [40, 70]);
    drag([30, 30], [40, 30]);
    drag([70, 30], [80, 30]);
    expect(saved).toEqual([]);
  });

  test('nothing can be drawn or moved where the editor is read-only', async () => {
    await open(carsAndPeople, [car('a')], { readOnly: true });
    press('1');
    press('r');
    drag([60, 60], [80, 80]);
    drag([30, 30], [40, 30]);
    expect(saved).toEqual([]);
  });
});

describe('turning the image', () => {
  test('is stored with the regions and leaves their geometry alone', async () => {
    await open(carsAndPeople, [car('a'), car('b', { x: 60 }, { origin: 'prediction' })]);
    fireEvent.click(screen.getByRole('button', { name: 'Rotate right' }));
    expect(written()).toEqual([
      car('a', {}, { image_rotation: 90 }),
      car('b', { x: 60 }, { image_rotation: 90, origin: 'prediction' }),
    ]);
    press('ArrowLeft', { altKey: true });
    expect(written()[0]).toEqual(car('a'));
  });

  test('boxes drawn on a turned image are stored as on the image', async () => {
    await open(carsAndPeople);
    fireEvent.click(screen.getByRole('button', { name: 'Rotate right' }));
    press('1');
    drag([10, 20], [30, 60]);
    expect(written()[0]).toMatchObject({
      image_rotation: 90,
      value: {
        x: expect.closeTo(20, 6),
        y: expect.closeTo(70, 6),
        width: expect.closeTo(40, 6),
        height: expect.closeTo(20, 6),
        rotation: 0,
      },
    });
  });
});

describe('pages', () => {
  test('a region belongs to the page it was drawn on, and shows its page when it is selected', async () => {
    await open(pages);
    press('ArrowRight', { ctrlKey: true });
    await act(async () => undefined);
    press('1');
    drag([10, 20], [60, 70]);
    expect(written()[0]).toMatchObject({ item_index: 1 });
    const strip = within(screen.getByRole('navigation', { name: 'Pages' }));
    expect(strip.getByText('2 of 2')).toBeTruthy();
    fireEvent.click(strip.getByRole('button', { name: '1 of 2' }));
    await act(async () => undefined);
    expect(canvas().getAttribute('aria-label')).toBe('Image img, 0 regions');
    press('.', { altKey: true });
    await act(async () => undefined);
    expect(strip.getByText('2 of 2')).toBeTruthy();
    expect(canvas().getAttribute('aria-label')).toBe('Image img, 1 region');
  });
});

test('an image that does not load says from where, and is tried again on request', async () => {
  render(
    <Editor
      config={carsAndPeople}
      task={{ id: 1, data: { image: '/missing.png' } }}
      annotations={[]}
      predictions={[]}
      user={{ id: 1, email: 'ann@example.com' }}
      options={{ mode: 'explore' }}
    />,
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('There was an issue loading URL from $image value');
  expect(alert.textContent).toContain('/missing.png');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});
