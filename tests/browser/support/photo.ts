import { expect, type Locator, type Page } from '@playwright/test';
import type { Region } from './api';
import { picture } from './pictures';
import type { Server } from './server';

/** Of every picture, in pixels. */
export const size = { width: 800, height: 600 };
/** Around a picture that is fitted into its frame, in pixels. */
const margin = 12;

/** Percent of the picture's width and height. */
export type Place = readonly [number, number];

interface Gesture {
  /** Keys held meanwhile, such as `Alt`. */
  holding?: string;
}

/** A person at a picture: one task of a project with this labeling config, open beside the task list. */
export class Photo {
  readonly canvas: Locator;
  readonly regions: Locator;

  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly task: number,
  ) {
    this.canvas = page.getByRole('application', { name: /^Image photo/ });
    this.regions = page.getByRole('button', { name: /^Region \d+:/ });
  }

  /**
   * `data` gives the task more or other fields, with the address of the uploaded picture at hand; `model` is the address
   * of a back end that is asked while somebody draws.
   */
  static async open(
    page: Page,
    server: Server,
    config: string,
    { result, data, model }: { result?: object[]; data?: (image: string) => object; model?: string } = {},
  ): Promise<Photo> {
    const { api } = server;
    const project = await api.post<{ id: number }>('/api/projects/', {
      title: 'Photos',
      label_config: config,
    });
    if (model !== undefined)
      await api.post('/api/ml/', { project: project.id, url: model, is_interactive: true });
    await api.importFile(project.id, 'street.png', picture(size.width, size.height, 1));
    const list = () =>
      api.get<{ tasks: { id: number; data: Record<string, string> }[] }>(
        `/api/tasks/?project=${String(project.id)}`,
      );
    const [first] = (await list()).tasks;
    if (first === undefined) throw new Error('The picture became no task.');
    let task = first.id;
    const image = first.data['image'] ?? Object.values(first.data)[0] ?? '';
    if (data !== undefined) {
      const made = await api.post<{ id: number }>('/api/tasks/', { project: project.id, data: data(image) });
      task = made.id;
    }
    if (result !== undefined) await api.post(`/api/tasks/${String(task)}/annotations/`, { result });
    await page.goto(`/projects/${String(project.id)}/data?task=${String(task)}`);
    const photo = new Photo(page, server, task);
    await expect(photo.canvas).toHaveAttribute('aria-busy', 'false');
    return photo;
  }

  /** Where a place of the picture is on the page, while the whole picture is shown and not turned. */
  async at([x, y]: Place): Promise<[number, number]> {
    const frame = await this.canvas.boundingBox();
    if (frame === null) throw new Error('The picture is not shown.');
    const scale = Math.min(
      (frame.width - 2 * margin) / size.width,
      (frame.height - 2 * margin) / size.height,
    );
    return [
      frame.x + margin + (x / 100) * size.width * scale,
      frame.y + margin + (y / 100) * size.height * scale,
    ];
  }

  /** Pixels of the page a pixel of the picture takes. */
  async scale(): Promise<number> {
    const [left] = await this.at([0, 0]);
    const [right] = await this.at([100, 0]);
    return (right - left) / size.width;
  }

  async click(place: Place, { holding }: Gesture = {}): Promise<void> {
    if (holding !== undefined) await this.page.keyboard.down(holding);
    await this.page.mouse.click(...(await this.at(place)));
    if (holding !== undefined) await this.page.keyboard.up(holding);
  }

  /** Drags from the first place over all others to the last. */
  async drag(...[from, ...rest]: Place[]): Promise<void> {
    if (from === undefined) return;
    const { mouse } = this.page;
    await mouse.move(...(await this.at(from)));
    await mouse.down();
    for (const place of rest) await mouse.move(...(await this.at(place)), { steps: 6 });
    await mouse.up();
  }

  /** Picks a label by its key. */
  async pick(key: string, label: string): Promise<void> {
    await this.page.keyboard.press(key);
    await expect(
      this.page.getByRole('button', { name: new RegExp(`^${label}`), pressed: true }),
    ).toBeVisible();
  }

  /** Saves, and gives what the server then has. */
  async saved(): Promise<Region[]> {
    await this.page.keyboard.press('Control+Enter');
    const stored = async () => {
      const { annotations } = await this.server.api.get<{ annotations: { result: Region[] }[] }>(
        `/api/tasks/${String(this.task)}/`,
      );
      return annotations.at(-1)?.result;
    };
    await expect.poll(stored).toBeDefined();
    return (await stored()) ?? [];
  }
}
