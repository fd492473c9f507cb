import type { EditorProps } from '../src';
import { forms, hyperText, largeTaxonomy, longHyperText, stream } from './texts';
import { boxes, manyBoxes, manyMasks, pages, shapes } from './images';

export interface Example {
  name: string;
  title: string;
  /** Size in pixels of a picture to draw; it becomes the task's `image`. */
  picture?: { width: number; height: number };
  /** Task with this number, from 1, that follows when one is submitted or skipped. */
  next?(index: number): EditorProps['task'];
  props: Pick<EditorProps, 'config' | 'task' | 'annotations' | 'predictions' | 'drafts' | 'options'>;
}

const story =
  'Ada Lovelace met Charles Babbage in London in 1833. She was seventeen; he was a professor of mathematics at ' +
  'Cambridge and had just shown a small working part of his Difference Engine to his guests.\n\n' +
  'Nine years later Luigi Menabrea published an article about the Analytical Engine in Geneva. Lovelace translated it ' +
  'from French and added notes that were three times as long as the article itself. Note G describes step by step how ' +
  'the machine would compute Bernoulli numbers, and is often called the first computer program 🧮.\n\n' +
  'Babbage never finished the engine. The Science Museum in London built his Difference Engine No. 2 from the original ' +
  'drawings in 1991, and it worked.';

const codePoints = (text: string, part: string): { start: number; end: number; text: string } => {
  const at = text.indexOf(part);
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...part].length, text: part };
};

const entity = (id: string, part: string, label: string, more: Record<string, unknown> = {}) => ({
  id,
  from_name: 'entity',
  to_name: 'text',
  type: 'labels',
  origin: 'manual',
  value: { ...codePoints(story, part), labels: [label] },
  ...more,
});

const entities: Example = {
  name: 'entities',
  title: 'Named entities',
  props: {
    config: `<View>
  <Labels name="entity" toName="text">
    <Label value="Person"/><Label value="Place"/><Label value="Organization"/><Label value="Machine"/><Label value="Date"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <Relations><Relation value="invented"/><Relation value="knew"/><Relation value="built"/></Relations>
  <Choices name="certainty" toName="text" perRegion="true" choice="single-radio" showInline="true">
    <Choice value="Certain"/><Choice value="Doubtful"/>
  </Choices>
  <TextArea name="note" toName="text" perRegion="true" placeholder="Full name"/>
</View>`,
    task: { id: 1042, data: { text: story } },
    annotations: [
      {
        id: 12,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        ground_truth: true,
        lead_time: 92,
        result: [
          entity('r1', 'Ada Lovelace', 'Person', { meta: { text: ['Countess of Lovelace'] } }),
          entity('r2', 'Charles Babbage', 'Person'),
          entity('r3', 'London', 'Place'),
          entity('r4', '1833', 'Date'),
          entity('r5', 'a professor of mathematics at Cambridge', 'Organization'),
          entity('r6', 'Cambridge', 'Place'),
          entity('r7', 'Difference Engine', 'Machine'),
          entity('r8', 'Luigi Menabrea', 'Person'),
          { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'bi', labels: ['knew'] },
          { type: 'relation', from_id: 'r2', to_id: 'r7', direction: 'right', labels: ['invented'] },
        ],
      },
      { id: 15, completed_by: 2, created_at: '2026-05-04T09:40:00Z', was_cancelled: true, result: [] },
    ],
    predictions: [
      {
        id: 7,
        model_version: 'spacy-3.8',
        score: 0.86,
        created_at: '2026-05-03T10:00:00Z',
        result: [
          entity('p1', 'Ada Lovelace', 'Person', { score: 0.97 }),
          entity('p2', 'Geneva', 'Place', { score: 0.74 }),
        ],
      },
    ],
    options: {
      mode: 'explore',
      canSetGroundTruth: true,
      instruction: '<p>Mark <b>names</b> of people, places, organizations and machines.</p>',
      users: { 2: { email: 'bo.chen@example.com' } },
      selectedAnnotation: { kind: 'annotation', id: 12 },
    },
  },
};

const sentiment: Example = {
  name: 'sentiment',
  title: 'Classification',
  props: {
    config: `<View>
  <Header value="Customer review of $product" size="3"/>
  <Text name="review" value="$review"/>
  <View style="display: flex; gap: 48px; flex-wrap: wrap">
    <View>
      <Header value="Sentiment" size="5"/>
      <Choices name="sentiment" toName="review" choice="single-radio" required="true">
        <Choice value="Positive"/><Choice value="Neutral"/><Choice value="Negative"/>
      </Choices>
    </View>
    <View visibleWhen="choice-selected" whenTagName="sentiment" whenChoiceValue="Negative">
      <Header value="What went wrong?" size="5"/>
      <Choices name="why" toName="review" choice="multiple">
        <Choice value="Delivery"/><Choice value="Quality"/><Choice value="Price"/><Choice value="Service"/>
      </Choices>
    </View>
    <View>
      <Header value="Stars the text deserves" size="5"/>
      <Rating name="stars" toName="review" maxRating="5" hotkey="s"/>
      <Header value="People mentioned" size="5"/>
      <Number name="people" toName="review" min="0" max="20" step="1"/>
      <Header value="Date of purchase" size="5"/>
      <DateTime name="bought" toName="review" only="date"/>
    </View>
  </View>
  <Header value="Summary in one sentence" size="5"/>
  <TextArea name="summary" toName="review" rows="2" editable="true" maxSubmissions="2" placeholder="Write a summary">
    <Shortcut value="The customer " hotkey="ctrl+1"/>
  </TextArea>
</View>`,
    task: {
      id: 77,
      data: {
        product: 'Kettle K-200',
        review:
          'It boils fast and looks lovely on the counter, but the lid broke after two weeks and nobody answered my mails. ' +
          'My sister bought the same one and hers is fine, so perhaps I was unlucky.',
      },
    },
    annotations: [],
    predictions: [],
    options: {
      mode: 'stream',
      position: { index: 1042, total: 20000 },
      hasPreviousTask: true,
      hasNextTask: false,
    },
  },
};

const bidirectional: Example = {
  name: 'bidirectional',
  title: 'Right to left, emoji, overlaps',
  props: {
    config: `<View>
  <Labels name="entity" toName="text" choice="multiple">
    <Label value="שם"/><Label value="مكان"/><Label value="Emoji"/><Label value="Phrase"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`,
    task: {
      id: 5,
      data: {
        text: 'דנה גרה בתל אביב עם 🐈‍⬛ ו-🐕.\nسافرت ليلى إلى القاهرة في الربيع.\nAnd 👩‍👩‍👧 lived in Zürich, happily.',
      },
    },
    annotations: [
      {
        id: 1,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: [
          {
            id: 'a',
            from_name: 'entity',
            to_name: 'text',
            type: 'labels',
            origin: 'manual',
            value: { start: 0, end: 3, text: 'דנה', labels: ['שם'] },
          },
          {
            id: 'b',
            from_name: 'entity',
            to_name: 'text',
            type: 'labels',
            origin: 'manual',
            value: { start: 0, end: 16, text: 'דנה גרה בתל אביב', labels: ['Phrase'] },
          },
          {
            id: 'c',
            from_name: 'entity',
            to_name: 'text',
            type: 'labels',
            origin: 'manual',
            value: { start: 9, end: 16, text: 'תל אביב', labels: ['مكان', 'Phrase'] },
          },
        ],
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const unsupported: Example = {
  name: 'unsupported',
  title: 'Not yet supported tags',
  props: {
    config: `<View>
  <Header value="A tag of the language that the editor cannot show yet"/>
  <Chat name="chat" value="$dialogue"/>
  <Choices name="tone" toName="chat" showInline="true"><Choice value="Friendly"/><Choice value="Rude"/></Choices>
</View>`,
    task: { id: 9, data: { dialogue: [] } },
    annotations: [],
    predictions: [],
    options: { mode: 'preview' },
  },
};

const broken: Example = {
  name: 'broken',
  title: 'Faulty config',
  props: {
    config:
      '<View><Text name="text" value="$text"/><Foo name="x"/><Choices name="c" toName="nowhere"><Choice value="A"/></Choices></View>',
    task: { id: 10, data: { text: 'Some text' } },
    annotations: [],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const longText: Example = {
  name: 'long',
  title: '1 MB text, 5,000 regions',
  props: {
    config:
      '<View><Labels name="entity" toName="text"><Label value="Person"/><Label value="Place"/><Label value="Date"/></Labels><Text name="text" value="$text"/></View>',
    task: { id: 11, data: { text: story.replaceAll('🧮', '').repeat(1100) } },
    annotations: [
      {
        id: 1,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: Array.from({ length: 5000 }, (_, index) => ({
          id: `n${index}`,
          from_name: 'entity',
          to_name: 'text',
          type: 'labels',
          origin: 'manual',
          value: {
            start: index * 200,
            end: index * 200 + 12 + (index % 30),
            labels: [['Person', 'Place', 'Date'][index % 3]],
          },
        })),
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

export const examples: readonly Example[] = [
  entities,
  boxes,
  shapes,
  pages,
  manyBoxes,
  manyMasks,
  sentiment,
  forms,
  largeTaxonomy,
  hyperText,
  bidirectional,
  stream,
  unsupported,
  broken,
  longText,
  longHyperText,
];
