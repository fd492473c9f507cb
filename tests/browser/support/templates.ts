import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from './api';
import { picture } from './pictures';
import type { Server } from './server';

const folder = join(import.meta.dirname, '../../../src/Goldset.Server/Templates');

/** A template at work: a task with real content, labeled. */
interface TemplateInUse {
  /** Of its picture. */
  name: string;
  /** Its config, in the folder of templates. */
  config: string;
  data: Record<string, unknown>;
  result: object[];
  /** Number of the region to select, from 1. */
  selected?: number;
}

const biography =
  'In June 1903 Marie Curie defended her thesis at the University of Paris. With Pierre Curie and Henri Becquerel she ' +
  'received the Nobel Prize in Physics the same year.\n\nShe was born in Warsaw in 1867 and taught physics at the École ' +
  'normale supérieure in Sèvres. In 1911 the Royal Swedish Academy of Sciences gave her a second prize, in chemistry.';
const founding =
  'Hedy Ohlsson opened her bakery Nordkorn in Malmö and soon hired her brother Lars. Two years later Nordkorn moved to Lund.';
const passage =
  'The day train to Trieste runs every two hours. The night train leaves at 23:40 from platform four and has sleeping ' +
  'cars only. Bicycles are carried on the day train; on the night train they have to be booked a week before.';
const news =
  'The city library will stay open until midnight from March. Readers have asked for it for years, and the first ' +
  'evenings were well attended. The council pays for two more librarians; nobody voted against it.';
const record = 'Wing of a woodpecker, carved in pear wood around 1790, with a travel case of pressed felt.';
const report =
  'The bridge over the Aare was closed on Monday after cracks had been found in two of its bearings. Engineers worked ' +
  'through the night. Heavy lorries must take the motorway until October. Buses and cars may cross again from Thursday, ' +
  'one lane at a time. The canton expects costs of two million francs.';
const mail =
  '<p>Dear Ms Adeyemi,</p><p>our head of purchasing, <b>Tom Brandt</b>, will call you on Tuesday about the new pallets. ' +
  'Please have the offer of <i>Nordkorn AB</i> at hand.</p><p>Kind regards<br/>Ines Okafor<br/>Rheinwerk Logistics</p>';

/** A region on plain text, in code points. */
function span(id: string, control: string, object: string, text: string, part: string, label: string) {
  const start = [...text.slice(0, text.indexOf(part))].length;
  return {
    id: id.padEnd(10, '0'),
    from_name: control,
    to_name: object,
    type: 'labels',
    origin: 'manual',
    value: { start, end: start + [...part].length, text: part, labels: [label] },
  };
}

const answer = (id: string, control: string, object: string, type: string, value: object) => ({
  id: id.padEnd(10, '0'),
  from_name: control,
  to_name: object,
  type,
  origin: 'manual',
  value,
});

function marked(id: string, path: string, from: number, text: string, label: string) {
  return answer(id, 'name', 'mail', 'hypertextlabels', {
    start: path,
    end: path,
    startOffset: from,
    endOffset: from + text.length,
    text,
    hypertextlabels: [label],
  });
}

function box(id: string, x: number, y: number, width: number, height: number, label: string) {
  return {
    ...answer(id, 'box', 'photo', 'rectanglelabels', {
      x,
      y,
      width,
      height,
      rotation: 0,
      rectanglelabels: [label],
    }),
    original_width: 960,
    original_height: 640,
    image_rotation: 0,
  };
}

export const templatesInUse: readonly TemplateInUse[] = [
  {
    name: 'entities',
    config: 'natural-language-processing/named-entity-recognition.xml',
    data: { text: biography },
    result: [
      span('e1', 'entity', 'text', biography, 'June 1903', 'DATE'),
      span('e2', 'entity', 'text', biography, 'Marie Curie', 'PER'),
      span('e3', 'entity', 'text', biography, 'University of Paris', 'ORG'),
      span('e4', 'entity', 'text', biography, 'Paris', 'LOC'),
      span('e5', 'entity', 'text', biography, 'Pierre Curie', 'PER'),
      span('e6', 'entity', 'text', biography, 'Henri Becquerel', 'PER'),
      span('e7', 'entity', 'text', biography, 'Warsaw', 'LOC'),
      span('e8', 'entity', 'text', biography, 'Royal Swedish Academy of Sciences', 'ORG'),
    ],
    selected: 3,
  },
  {
    name: 'relations',
    config: 'natural-language-processing/relation-extraction.xml',
    data: { text: founding },
    result: [
      span('r1', 'entity', 'sentence', founding, 'Hedy Ohlsson', 'Person'),
      span('r2', 'entity', 'sentence', founding, 'Nordkorn', 'Company'),
      span('r3', 'entity', 'sentence', founding, 'Malmö', 'City'),
      span('r4', 'entity', 'sentence', founding, 'Lars', 'Person'),
      {
        type: 'relation',
        from_id: 'r100000000',
        to_id: 'r200000000',
        direction: 'right',
        labels: ['founded'],
      },
      {
        type: 'relation',
        from_id: 'r200000000',
        to_id: 'r300000000',
        direction: 'right',
        labels: ['located in'],
      },
      {
        type: 'relation',
        from_id: 'r400000000',
        to_id: 'r200000000',
        direction: 'right',
        labels: ['works for'],
      },
    ],
  },
  {
    name: 'questions',
    config: 'natural-language-processing/question-answering.xml',
    data: { question: 'When does the night train leave, and can I bring my bicycle?', passage },
    result: [
      span('q1', 'span', 'passage', passage, 'leaves at 23:40 from platform four', 'Answer'),
      span('q2', 'span', 'passage', passage, 'they have to be booked a week before', 'Supporting fact'),
    ],
  },
  {
    name: 'classification',
    config: 'natural-language-processing/text-classification.xml',
    data: { text: news },
    result: [
      answer('c1', 'tone', 'article', 'choices', { choices: ['Favourable'] }),
      answer('c2', 'topics', 'article', 'choices', { choices: ['Politics', 'Culture'] }),
    ],
  },
  {
    name: 'taxonomy',
    config: 'natural-language-processing/taxonomy.xml',
    data: { text: record },
    result: [
      answer('t1', 'subject', 'record', 'taxonomy', {
        taxonomy: [
          ['Nature', 'Animals', 'Birds'],
          ['Crafts', 'Wood'],
        ],
      }),
    ],
  },
  {
    name: 'summary',
    config: 'natural-language-processing/text-summarization.xml',
    data: { text: report },
    result: [
      span(
        's1',
        'highlight',
        'document',
        report,
        'Heavy lorries must take the motorway until October.',
        'Key point',
      ),
      answer('s2', 'summary', 'document', 'textarea', {
        text: [
          'After cracks were found the Aare bridge is open for cars and buses only; lorries wait until October.',
        ],
      }),
    ],
  },
  {
    name: 'hypertext',
    config: 'community-contributions/html-ner-tagging-person-and-organization.xml',
    data: { mail },
    result: [
      marked('h1', '/p[1]/text()[1]', 8, 'Adeyemi', 'Person'),
      marked('h2', '/p[2]/text()[1]', 4, 'head of purchasing', 'Role'),
      marked('h3', '/p[2]/b[1]/text()[1]', 0, 'Tom Brandt', 'Person'),
      marked('h4', '/p[2]/i[1]/text()[1]', 0, 'Nordkorn AB', 'Organization'),
      marked('h5', '/p[3]/text()[3]', 0, 'Rheinwerk Logistics', 'Organization'),
    ],
    selected: 3,
  },
  {
    name: 'comparison',
    config: 'generative-ai/human-feedback-collection.xml',
    data: {
      prompt: 'How do I keep basil alive in winter?',
      answerA: 'Put it on a bright window sill, water from below and keep it above 15 degrees.',
      answerB: 'Basil is a herb from the mint family and is used in Italian cooking.',
    },
    result: [
      answer('p1', 'preferred', 'preferred', 'pairwise', { selected: 'left' }),
      answer('p2', 'reasons', 'prompt', 'choices', { choices: ['More helpful', 'Better written'] }),
    ],
  },
  {
    name: 'ranking',
    config: 'generative-ai/llm-ranker.xml',
    data: {
      prompt: 'Name one advantage of trains over planes.',
      answers: [
        { id: 'm1', title: 'Model 1', body: 'Stations are usually in the middle of the city.' },
        { id: 'm2', title: 'Model 2', body: 'Trains fly lower.' },
        { id: 'm3', title: 'Model 3', body: 'They need far less energy per passenger.' },
        { id: 'm4', title: 'Model 4', body: 'One can work on the way.' },
      ],
    },
    result: [
      answer('k1', 'ranking', 'answers', 'ranker', {
        ranker: { good: ['m3', 'm1'], acceptable: ['m4'], bad: ['m2'] },
      }),
    ],
  },
  {
    name: 'boxes',
    config: 'computer-vision/object-detection-with-bounding-boxes.xml',
    data: {},
    result: [
      box('b1', 9.5, 65.5, 25, 13.5, 'Car'),
      box('b2', 54.5, 69.5, 26, 15, 'Car'),
      box('b3', 87.4, 44.5, 4.2, 31, 'Traffic sign'),
    ],
    selected: 2,
  },
];

/** Makes a project of a template with its one task, and gives the address of the task. */
export async function useTemplate(
  { api }: Server,
  { name, config, data, result }: TemplateInUse,
): Promise<string> {
  const project = await api.post<Project>('/api/projects/', {
    title: name,
    label_config: await readFile(join(folder, config), 'utf8'),
  });
  let task: number | undefined;
  if (Object.keys(data).length > 0) {
    task = (await api.post<{ id: number }>('/api/tasks/', { project: project.id, data })).id;
  } else {
    await api.importFile(project.id, 'street.png', picture(960, 640, 1));
    const { tasks } = await api.get<{ tasks: { id: number }[] }>(`/api/tasks/?project=${String(project.id)}`);
    task = tasks[0]?.id;
  }
  await api.post(`/api/tasks/${String(task)}/annotations/`, { result });
  return `/projects/${String(project.id)}/data?task=${String(task)}`;
}
