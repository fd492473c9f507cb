import type { Server } from './server';
import type { Project } from './api';
import { picture } from './pictures';

const textConfig = `<View>
  <Labels name="entity" toName="text">
    <Label value="Person" background="#CC79A7"/>
    <Label value="Organization" background="#0072B2"/>
    <Label value="Place" background="#009E73"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="subject" toName="text" choice="single" showInline="true">
    <Choice value="Science"/><Choice value="Politics"/><Choice value="Sport"/>
  </Choices>
</View>`;

const pictureConfig = `<View>
  <RectangleLabels name="box" toName="photo">
    <Label value="Car" background="#0072B2"/>
    <Label value="Bicycle" background="#E69F00"/>
    <Label value="Traffic sign" background="#009E73"/>
  </RectangleLabels>
  <Image name="photo" value="$image"/>
</View>`;

const texts = [
  'Marie Curie defended her thesis at the University of Paris in June 1903.',
  'Ada Lovelace met Charles Babbage at a party in London and wrote the first program for his engine.',
  'Grace Hopper taught mathematics at Vassar College before she joined the Navy.',
  'Alan Turing spent the war at Bletchley Park, between Oxford and Cambridge.',
  'Emmy Noether left Göttingen for Bryn Mawr College in 1933.',
  'Rosalind Franklin took her photographs at King’s College London.',
  'Katherine Johnson computed orbits for NASA in Hampton, Virginia.',
  'Lise Meitner fled from Berlin to Stockholm.',
];

/** Ids of the two projects, and of a picture with boxes on it. */
export interface Projects {
  text: number;
  pictures: number;
  boxed: number;
}

/** A project with labeled texts and one with pictures, as a person would find them. */
export async function fill({ api }: Server): Promise<Projects> {
  const text = await api.post<Project>('/api/projects/', {
    title: 'Biographies',
    description: 'People, organizations and places in short biographies.',
    label_config: textConfig,
    color: '#0072B2',
  });
  const created = texts.map((line) => ({ data: { text: line } }));
  const named = ['Marie Curie', 'Ada Lovelace', 'Grace Hopper'];
  await api.post(
    `/api/projects/${String(text.id)}/import`,
    created.map((task, index) => {
      const name = named[index];
      if (name === undefined) return task;
      return { ...task, annotations: [{ result: [labelOn(task.data.text, name, 'Person')] }] };
    }),
  );
  const pictures = await api.post<Project>('/api/projects/', {
    title: 'Street scenes',
    label_config: pictureConfig,
    color: '#E69F00',
  });
  for (const seed of [1, 2, 3])
    await api.importFile(pictures.id, `street-${String(seed)}.png`, picture(960, 640, seed));
  const { tasks } = await api.get<{ tasks: { id: number }[] }>(`/api/tasks/?project=${String(pictures.id)}`);
  const boxed = tasks[0]?.id ?? 0;
  await api.post(`/api/tasks/${String(boxed)}/annotations/`, {
    result: [
      box(9.5, 65.5, 25, 13.5, 'Car'),
      box(54.5, 69.5, 26, 15, 'Car'),
      box(87.4, 44.5, 4.2, 31, 'Traffic sign'),
    ],
  });
  return { text: text.id, pictures: pictures.id, boxed };
}

/** In percent of the picture. */
function box(x: number, y: number, width: number, height: number, label: string) {
  return {
    id: `${label.slice(0, 3)}${String(x).padStart(7, '0')}`,
    type: 'rectanglelabels',
    from_name: 'box',
    to_name: 'photo',
    original_width: 960,
    original_height: 640,
    image_rotation: 0,
    value: { x, y, width, height, rotation: 0, rectanglelabels: [label] },
  };
}

function labelOn(text: string, words: string, label: string) {
  const start = text.indexOf(words);
  return {
    id: label.slice(0, 3) + String(start).padStart(7, '0'),
    type: 'labels',
    from_name: 'entity',
    to_name: 'text',
    value: { start, end: start + words.length, text: words, labels: [label] },
  };
}
