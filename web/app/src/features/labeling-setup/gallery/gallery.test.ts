import type { Template } from '@goldset/api';
import { describe, expect, it } from 'vitest';
import { drawingOf } from './drawingOf';
import { findTemplates } from './findTemplates';

function template(title: string, group: string, order: number | undefined, config = '<View/>'): Template {
  return { title, group, order, config, type: 'community', image: '', details: '' };
}

const all = {
  groups: ['Vision', 'Language'],
  templates: [
    template('Entities', 'Language', 1, '<View><Labels/></View>'),
    template('Captions', 'Vision', undefined, '<View><Image/><TextArea/></View>'),
    template('Boxes', 'Vision', 2, '<View><Image/><RectangleLabels/></View>'),
    template('Masks', 'Vision', 1, '<View><Image/><BrushLabels/></View>'),
    template('Hidden', 'Chat', 1),
  ],
};

const titles = (search: string, group?: string) =>
  findTemplates(all, search, group).map(({ title }) => title);

describe('finding templates', () => {
  it('lists a group in its order', () => {
    expect(titles('', 'Vision')).toEqual(['Masks', 'Boxes', 'Captions']);
  });

  it('searches titles, groups and tags of all groups', () => {
    expect(titles('labels', 'Vision')).toEqual(['Masks', 'Boxes', 'Entities']);
    expect(titles('vision text')).toEqual(['Captions']);
    expect(titles('hidden')).toEqual([]);
  });
});

it.each([
  ['<View><Image/><PolygonLabels/></View>', { object: 'image', regions: 'polygon', answers: undefined }],
  ['<View><Text/><Choices/></View>', { object: 'text', regions: undefined, answers: 'choices' }],
  ['<View><Audio/><Labels/><TextArea/></View>', { object: 'audio', regions: 'spans', answers: 'text' }],
  [
    '<View><Video/><VideoRectangle/><Labels/></View>',
    { object: 'video', regions: 'boxes', answers: undefined },
  ],
  ['<View/>', { object: 'text', regions: undefined, answers: undefined }],
])('draws %s', (config, drawing) => {
  expect(drawingOf(config)).toEqual(drawing);
});
