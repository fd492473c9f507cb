import type { Page } from '@playwright/test';
import type { Project } from './support/api';
import { hostile, hostileName, hostileStyles } from './support/hostile';
import { inspect, type Inspection } from './support/inspection';
import type { Server } from './support/server';
import { expect, test } from './support/test';

// Text of others (task data, configs, names, notes, files) is shown and never run, in every screen that shows it.

interface Planted {
  project: number;
  task: number;
  /** A project that shows hostile instructions before labeling. */
  instructed: number;
  /** Addresses of uploaded pages and pictures with scripts. */
  files: string[];
}

test('text of others never runs, and the content policy is in force', async ({ page, server, signIn }) => {
  const planted = await plant(server);
  const inspection = await inspect(page, server.address);
  await signIn(page);

  await test.step('the policy refuses scripts in the page', async () => {
    const answer = await page.goto('/projects');
    const policy = answer?.headers()['content-security-policy'];
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(answer?.headers()).not.toHaveProperty('content-security-policy-report-only');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="ran(1)" id="planted">');
    });
    await expect
      .poll(() => page.evaluate(() => window.violations?.join()))
      .toMatch(/^enforce script-src-attr/);
  });

  await markupScreens(page, planted, visitor(page, inspection));
  await textScreens(page, planted, visitor(page, inspection));

  await test.step('uploaded files are data, also when they are opened', async () => {
    for (const file of planted.files) {
      const answer = await page.goto(file);
      expect(answer?.headers()['content-security-policy'], file).toMatch(/^sandbox;/);
      expect(answer?.headers()['x-content-type-options'], file).toBe('nosniff');
      expect(await page.evaluate(() => document.documentElement.hasAttribute('ran')), file).toBe(false);
    }
  });

  await test.step('pages of the server', async () => {
    await page.context().clearCookies();
    const foreign = () => page.evaluate(() => document.querySelectorAll('script, img').length);
    for (const path of ['/user/signup/?token=', '/user/login/?next=']) {
      await page.goto(path + encodeURIComponent(`${hostileName}"><script>ran(1)</script>`));
      expect(await foreign(), path).toBe(0);
    }
    await page.getByLabel('Email address').fill('a@b.example');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await foreign(), 'after a refusal').toBe(0);
    expect(inspection.happened).toEqual([]);
  });
});

test.describe('without the content policy', () => {
  test.use({ bypassCSP: true });

  test('markup of others is harmless by itself', async ({ page, server, signIn }) => {
    const planted = await plant(server);
    const inspection = await inspect(page, server.address);
    await signIn(page);
    await page.goto('/projects');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="ran(1)">');
    });
    await expect.poll(() => inspection.happened.splice(0), 'a script that runs is noticed').toHaveLength(1);

    await markupScreens(page, planted, visitor(page, inspection));
  });
});

type Look = () => Promise<unknown>;
type Visit = (name: string, path: string, look: Look) => Promise<void>;

/** Opens a screen, waits for what it shows and looks for what should not be there. */
function visitor(page: Page, { expectHarmless }: Inspection): Visit {
  return (name, path, look) =>
    test.step(name, async () => {
      await page.goto(path);
      await look();
      await expectHarmless(name);
    });
}

/** The screens that show markup of others. */
async function markupScreens(
  page: Page,
  { project, task, instructed }: Planted,
  visit: Visit,
): Promise<void> {
  const at = `/projects/${String(project)}`;
  await visit('labeling', `${at}/data?task=${String(task)}`, async () => {
    await page.locator('.gs-choice').first().waitFor();
    await page.locator('.gs-region-main').first().click();
    await page.locator('.gs-notes').first().waitFor();
  });
  await visit('instructions', `/projects/${String(instructed)}/data?labeling=1`, () =>
    page.locator('.gs-prose').waitFor(),
  );
  await visit('labeling setup', `${at}/settings/labeling`, async () => {
    await page.locator('.gs-choice').first().waitFor();
    await page.getByText('Visual', { exact: true }).click();
  });
  await visit('annotation settings', `${at}/settings/annotation`, async () => {
    await page.getByText('Preview', { exact: true }).click();
    await page.locator('hr').first().waitFor();
  });
}

/** The screens that show names, values and messages. */
async function textScreens(page: Page, { project }: Planted, visit: Visit): Promise<void> {
  const at = `/projects/${String(project)}`;
  const name = page.getByText(hostileName).first();
  await visit('projects', '/projects', async () => {
    await name.waitFor();
    await page.getByTitle('Cards').click();
    await name.waitFor();
  });
  await visit('data', `${at}/data`, async () => {
    await page.getByRole('grid').waitFor();
    await page.getByText('ran(1)').first().waitFor();
  });
  await visit('import', `${at}/data/import`, async () => {
    const files = [
      { name: `${hostileName}.json`, text: '[{"<img src=x onerror=ran(1)>": ' },
      { name: `${hostileName}.exe`, text: '' },
    ];
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
      );
    await expect(page.getByRole('alert')).toHaveCount(2);
  });
  await visit('export', `${at}/data/export`, () => page.getByRole('radio').first().waitFor());
  await visit('settings', `${at}/settings`, () => page.getByLabel('Project name').waitFor());
  await visit('danger zone', `${at}/settings/danger-zone`, () => page.getByRole('heading').first().waitFor());
  await visit('organization', '/organization', () => name.waitFor());
  await visit('account', '/user/account', () => page.getByLabel('First name').waitFor());
}

/** A project full of hostile text. */
async function plant({ api }: Server): Promise<Planted> {
  const me = await api.get<{ id: number }>('/api/current-user/whoami');
  await api.patch(`/api/users/${String(me.id)}/`, { first_name: hostileName, last_name: hostile[4] });
  const project = await api.post<Project>('/api/projects/', {
    title: hostileName,
    description: hostile.slice(0, 8).join(' '),
    expert_instruction: hostile.join('<hr>'),
    label_config: config,
  });
  const each = (make: (text: string, index: number) => unknown): unknown[] => hostile.map(make);
  await api.post(`/api/projects/${String(project.id)}/import`, [
    {
      data: {
        texts: hostile,
        text: hostile.join('\n'),
        html: hostile.join('<p>'),
        // Attributes of dynamic labels and choices, with all an author may give them.
        marks: each((text, index) => ({
          value: `m${String(index)} ${text}`,
          ...{ html: text, hint: text, title: text, style: text, background: text, color: text },
          ...{
            alias: `a${String(index)} ${text}`,
            showAlias: true,
            aliasStyle: text,
            hotkey: text,
            size: text,
          },
        })),
        plain: each((text, index) => `p${String(index)} ${text}`),
        tree: each((text, index) => ({
          ...{ value: `t${String(index)} ${text}`, hint: text, html: text, color: text },
          children: [{ value: text, hint: text, html: text, style: text }],
        })),
        items: each((text, index) => ({
          id: `${String(index)}${text}`,
          title: text,
          body: text,
          html: text,
        })),
        talk: each((text) => ({ author: text, text, role: 'user', content: text, start: text })),
        table: Object.fromEntries(hostile.map((text) => [`k ${text}`, text])),
        rows: each((text) => ({ [text]: text, nested: { [text]: text } })),
        // What loads by its address.
        images: ['javascript:ran(1)', 'data:text/html,<script>parent.ran(1)</script>', hostileName],
        address: 'javascript:parent.ran(1)',
        page: 'data:text/html,<script>parent.ran(1)</script>',
        [hostileName]: hostileName,
        'k <svg onload=ran(1)>': { [hostileName]: hostile },
      },
      predictions: [{ model_version: hostileName, score: 0.5, result: results('p') }],
      annotations: [{ result: results('a') }],
    },
  ]);
  await api.post('/api/dm/views/', { project: project.id, data: { title: hostileName, type: 'list' } });
  const { tasks } = await api.get<{ tasks: { id: number }[] }>(`/api/tasks/?project=${String(project.id)}`);
  const script = `document.documentElement.setAttribute('ran', '')`;
  const uploads = [
    { name: 'page.html', text: `<!doctype html><script>${script}</script><body onload="${script}">page` },
    { name: 'page.htm', text: `<script>${script}</script>` },
    {
      name: 'picture.svg',
      text: `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`,
    },
    {
      name: 'tree.xml',
      text: `<a xmlns:h="http://www.w3.org/1999/xhtml"><h:script>${script}</h:script></a>`,
    },
  ];
  const other = await api.post<Project>('/api/projects/', {
    title: 'Files',
    expert_instruction: hostile.join('<hr>'),
    show_instruction: true,
    label_config:
      '<View><Image name="i" value="$i"/><Choices name="c" toName="i"><Choice value="a"/></Choices></View>',
  });
  for (const { name, text } of uploads) await api.importFile(other.id, name, Buffer.from(text));
  const files = await api.get<{ file: string }[]>(`/api/projects/${String(other.id)}/file-uploads?all=true`);
  return {
    project: project.id,
    task: tasks[0]?.id ?? 0,
    instructed: other.id,
    files: files.map(({ file }) => `/data/${file}`),
  };
}

/** Answers and regions with hostile labels, texts, notes and ids. */
function results(prefix: string): unknown[] {
  const region = (index: number, text: string): unknown => ({
    id: `${prefix}${String(index)}`,
    from_name: 'entity',
    to_name: 'text',
    type: 'labels',
    meta: { text: [text] },
    value: { start: index, end: index + 4, text, labels: [text, hostileName] },
  });
  const answer = (name: string, to: string, type: string, value: unknown): unknown => ({
    id: `${prefix}-${name}`,
    ...{ from_name: name, to_name: to, type, value: { [type]: value } },
  });
  return [
    ...hostile.slice(0, 12).map((text, index) => region(index, text)),
    answer('picks', 'text', 'choices', hostile),
    { ...(answer('words', 'text', 'textarea', undefined) as object), value: { text: hostile } },
    answer(
      'tree',
      'text',
      'taxonomy',
      hostile.map((text) => [text]),
    ),
    {
      type: 'relation',
      from_id: `${prefix}0`,
      to_id: `${prefix}1`,
      direction: 'right',
      labels: [hostileName],
    },
  ];
}

/** A value as it stands in an XML attribute. */
function attribute(text: string): string {
  return text.replaceAll('\u0001', '').replace(/[&<>"\t\n]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

const written = hostile.map((text) => attribute(text));
const marks = (tag: string): string =>
  written
    .map(
      (text, index) =>
        `<${tag} value="${String(index)} ${text}" html="${text}" hint="${text}" style="${text}" background="${text}" aliasStyle="${text}" showAlias="true" alias="${String(index)}"/>`,
    )
    .join('');

// Every tag that shows something, fed by the config and by the task.
const config = `<View style="${attribute(hostile.at(-8) ?? '')}" className="${attribute(hostileName)}">
  ${hostileStyles.map((css) => `<Style><![CDATA[${css}]]></Style>`).join('')}
  <Header value="$text" style="${attribute(hostile.at(-8) ?? '')}"/>
  <Repeater on="$texts" indexFlag="{{i}}"><Header value="$texts[{{i}}]"/><Markdown value="$texts[{{i}}]"/></Repeater>
  <Collapse><Panel value="$text"><Header value="${written.join(' ')}"/></Panel></Collapse>
  <Labels name="entity" toName="text" value="$marks">${marks('Label')}</Labels>
  <Text name="text" value="$text"/>
  <Relations><Relation value="${attribute(hostileName)}" background="${attribute(hostileName)}"/></Relations>
  <Choices name="picks" toName="text" value="$marks" choice="multiple">${marks('Choice')}</Choices>
  <Choices name="nested" toName="text" value="$tree" allowNested="true"/>
  <Choices name="select" toName="text" value="$plain" layout="select"/>
  <Choices name="each" toName="text" value="$marks" perRegion="true"/>
  <Filter name="filter" toName="entity" placeholder="${attribute(hostileName)}"/>
  <TextArea name="words" toName="text" placeholder="${attribute(hostileName)}" label="${attribute(hostileName)}" value="$text">
    <Shortcut value="${attribute(hostileName)}" alias="${attribute(hostileName)}" background="${attribute(hostileName)}"/>
  </TextArea>
  <Taxonomy name="tree" toName="text" value="$tree" showFullPath="true"/>
  <Number name="number" toName="text" hint="${attribute(hostileName)}"/>
  <Rating name="rating" toName="text" icon="${attribute(hostileName)}" hint="${attribute(hostileName)}"/>
  <DateTime name="date" toName="text" format="${attribute(hostileName)}"/>
  <HyperText name="inline" value="$html" inline="true" clickableLinks="true"/>
  <HyperText name="framed" value="$html"/>
  <HyperText name="remote" value="$address" valueType="url"/>
  <HyperText name="own" value="$html"><![CDATA[${hostile.join('').replaceAll(']]>', '').replaceAll('\u0001', '')}]]></HyperText>
  <Markdown value="$text"/>
  <Paragraphs name="talk" value="$talk" layout="dialogue" audioUrl="$address"/>
  <Chat name="chat" value="$talk"/>
  <List name="list" value="$items" title="${attribute(hostileName)}"/>
  <Ranker name="rank" toName="list"><Bucket name="best" title="${attribute(hostileName)}"/></Ranker>
  <Table name="table" value="$table"/>
  <Table name="rows" value="$rows"/>
  <Image name="image" value="$address"/>
  <Image name="pages" valueList="$images"/>
  <Audio name="audio" value="$address"/>
  <Video name="video" value="$address"/>
  <Pdf name="pdf" value="$page"/>
  <Pdf name="script" value="$address"/>
  <TimeSeries name="series" value="$address" valueType="url"><Channel column="v" displayName="${attribute(hostileName)}" units="${attribute(hostileName)}"/></TimeSeries>
</View>`;
