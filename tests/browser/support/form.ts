import { expect, type Locator, type Page } from '@playwright/test';
import type { Server } from './server';

/** A result as it is stored, without its id. */
export type Stored = Record<string, unknown>;

/** A person at a task of a project with this labeling config, open beside the task list. */
export class Form {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
    private readonly task: number,
  ) {}

  static async open(page: Page, server: Server, config: string, data: object): Promise<Form> {
    const { api } = server;
    const project = await api.post<{ id: number }>('/api/projects/', {
      title: 'Forms',
      label_config: `<View>${config}</View>`,
    });
    const task = await api.post<{ id: number }>('/api/tasks/', { project: project.id, data });
    await page.goto(`/projects/${String(project.id)}/data?task=${String(task.id)}`);
    await page.locator('.gs-task').waitFor();
    return new Form(page, server, task.id);
  }

  /** Picks a label, and drags over a part of an object's text from its first letter to its last. */
  async mark(label: string, part: string, object: Locator): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${label}`) })
      .first()
      .click();
    await this.drag(part, object);
  }

  async drag(part: string, object: Locator): Promise<void> {
    await expect(object).toContainText(part);
    const { from, to } = await object.evaluate(ends, part);
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await mouse.move(to.x, to.y);
    await mouse.up();
  }

  /** Stores the work and gives what the server then holds, without ids. */
  async submit(): Promise<Stored[]> {
    await this.page
      .getByRole('button', { name: /^(Submit|Update)/ })
      .first()
      .click();
    let result: (Stored & { id: string })[] = [];
    await expect
      .poll(async () => {
        const list = await this.server.api.get<{ result: (Stored & { id: string })[] }[]>(
          `/api/tasks/${String(this.task)}/annotations/`,
        );
        result = list[0]?.result ?? [];
        return list.length;
      })
      .toBe(1);
    return result.map(({ id, ...rest }) => {
      expect(id).toMatch(/^[\w-]{10}$/);
      return rest;
    });
  }
}

/** Runs in the page: where a part of the text begins and ends. */
function ends(root: Element, part: string) {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const placeOf = (at: number): DOMRect => {
    const found = nodes.findLast(({ start }) => start <= at);
    if (found === undefined) throw new Error(`"${part}" is not in the text.`);
    const range = document.createRange();
    range.setStart(found.node, at - found.start);
    range.setEnd(found.node, at - found.start + 1);
    return range.getBoundingClientRect();
  };
  const at = text.indexOf(part);
  const first = placeOf(at);
  const last = placeOf(at + part.length - 1);
  return {
    from: { x: first.left + 1, y: first.top + first.height / 2 },
    to: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}
