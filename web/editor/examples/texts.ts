import type { Example } from './examples';

const article = `<h2>The Difference Engine</h2>
<p><b>Charles Babbage</b> began a machine in <i>1822</i> that computes tables by <a href="https://example.com/">finite differences</a>.<br>
The government paid for it; the work stopped in 1833.</p>
<ul><li>Number of parts: about 25,000</li><li>Weight: 15 tons</li></ul>
<table><tr><th>Year</th><th>What</th></tr><tr><td>1832</td><td>A working part is shown in London</td></tr>
<tr><td>1991</td><td>The Science Museum completes No. 2</td></tr></table>`;

/** Text with markup, labeled word by word. */
export const hyperText: Example = {
  name: 'hypertext',
  title: 'Text with markup',
  props: {
    config: `<View>
  <HyperTextLabels name="entity" toName="page"><Label value="Person"/><Label value="Year"/><Label value="Place"/></HyperTextLabels>
  <HyperText name="page" value="$html" granularity="word"/>
</View>`,
    task: { id: 21, data: { html: article } },
    annotations: [
      {
        id: 1,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: [
          {
            id: 'h1',
            from_name: 'entity',
            to_name: 'page',
            type: 'hypertextlabels',
            origin: 'manual',
            value: {
              start: '/p[1]/b[1]/text()[1]',
              end: '/p[1]/b[1]/text()[1]',
              startOffset: 0,
              endOffset: 15,
              text: 'Charles Babbage',
              hypertextlabels: ['Person'],
            },
          },
        ],
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const kingdoms = ['Animals', 'Fungi', 'Plants', 'Protists'];

/** A taxonomy of a hundred thousand nodes: 4 kingdoms, 25 families each, 1,000 species each. */
export const largeTaxonomy: Example = {
  name: 'taxonomy',
  title: 'Taxonomies, one of 100,000 nodes',
  props: {
    config: `<View>
  <Header value="Species in the text"/>
  <Taxonomy name="species" toName="text" value="$species" showFullPath="true" placeholder="Choose species"/>
  <Header value="Kinds of names: pick one, then mark it in the text"/>
  <Taxonomy name="kind" toName="text" labeling="true">
    <Choice value="Being"><Choice value="Plant" color="#1a7f4b"/><Choice value="Animal" color="#b3541e"/></Choice>
    <Choice value="Place"/>
  </Taxonomy>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
    task: {
      id: 22,
      data: {
        text: 'An oak and a fox were seen near Kew.',
        species: kingdoms.map((kingdom) => ({
          value: kingdom,
          children: Array.from({ length: 25 }, (_, family) => ({
            value: `${kingdom} family ${String(family + 1)}`,
            children: Array.from({ length: 1000 }, (__, species) => ({
              value: `${kingdom} ${String(family + 1)}.${String(species + 1)}`,
            })),
          })),
        })),
      },
    },
    annotations: [],
    predictions: [],
    options: { mode: 'explore' },
  },
};

/** Comparing, ranking, folding and dates. */
export const forms: Example = {
  name: 'forms',
  title: 'Comparing, ranking, dates',
  props: {
    config: `<View>
  <Header value="Which answer is better?"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
    <Text name="first" value="$first"/><Text name="second" value="$second"/>
  </View>
  <Pairwise name="better" toName="first,second"/>
  <Filter name="find" toName="faults" hotkey="f" minlength="1" placeholder="Find a fault"/>
  <Choices name="faults" toName="first" choice="multiple" layout="inline">
    <Choice value="Too long"/><Choice value="Wrong"/><Choice value="Rude"/><Choice value="Off topic"/>
  </Choices>
  <Collapse bordered="true" accordion="false">
    <Panel value="Sources, best first" open="true">
      <List name="sources" value="$sources"/>
      <Ranker name="rank" toName="sources"><Bucket name="use" title="Use"/><Bucket name="drop" title="Leave out"/></Ranker>
    </Panel>
    <Panel value="When is it from?" open="true">
      <DateTime name="day" toName="first" only="date" format="%d.%m.%Y" min="1990-01-01" required="true"/>
      <DateTime name="hour" toName="first" only="time"/>
      <DateTime name="year" toName="first" only="year" min="1990"/>
    </Panel>
  </Collapse>
</View>`,
    task: {
      id: 23,
      data: {
        first: 'Boil the water first, then add the tea. Wait four minutes.',
        second: 'Put everything into the pot and hope.',
        sources: [
          { id: 'a', title: 'A tea merchant', body: 'Four minutes for black tea.' },
          { id: 'b', title: 'A forum', body: 'Ten minutes, always.' },
          { id: 'c', title: 'A standard', body: 'ISO 3103: six minutes.' },
        ],
      },
    },
    annotations: [],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const paragraph =
  '<p>Ada <b>Lovelace</b> met Charles <i>Babbage</i> in London in 1833, and wrote about his engine nine years later.</p>';

/** A megabyte of markup. */
export const longHyperText: Example = {
  name: 'long-hypertext',
  title: '1 MB of markup, 5,000 regions',
  props: {
    config:
      '<View><HyperTextLabels name="entity" toName="page"><Label value="Person"/><Label value="Place"/></HyperTextLabels><HyperText name="page" value="$html"/></View>',
    task: { id: 24, data: { html: paragraph.repeat(8700) } },
    annotations: [
      {
        id: 1,
        completed_by: 1,
        created_at: '2026-05-04T08:12:00Z',
        result: Array.from({ length: 5000 }, (_, index) => ({
          id: `m${String(index)}`,
          from_name: 'entity',
          to_name: 'page',
          type: 'hypertextlabels',
          origin: 'manual',
          value: {
            start: `/p[${String(index + 1)}]/b[1]/text()[1]`,
            end: `/p[${String(index + 1)}]/i[1]/text()[1]`,
            startOffset: 0,
            endOffset: 7,
            hypertextlabels: [index % 2 === 0 ? 'Person' : 'Place'],
          },
        })),
      },
    ],
    predictions: [],
    options: { mode: 'explore' },
  },
};

const square = (index: number): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="hsl(${String(index * 7)} 40% 60%)"/><text x="60" y="120" font-size="80">${String(index)}</text></svg>`,
  )}`;

/** One task after another, with a picture, a text and questions. */
export const stream: Example = {
  name: 'stream',
  title: 'A stream of tasks',
  props: {
    config: `<View>
  <Labels name="entity" toName="text"><Label value="Person" hotkey="1"/><Label value="Place" hotkey="2"/></Labels>
  <Text name="text" value="$text"/>
  <Choices name="tone" toName="text" choice="single" layout="inline"><Choice value="Glad" hotkey="3"/><Choice value="Sad" hotkey="4"/></Choices>
  <TextArea name="note" toName="text" placeholder="Note"/>
  <Taxonomy name="topic" toName="text"><Choice value="Science"><Choice value="Maths"/></Choice></Taxonomy>
  <RectangleLabels name="box" toName="img"><Label value="Thing" hotkey="5"/></RectangleLabels>
  <Image name="img" value="$image" height="360px"/>
</View>`,
    task: streamTask(1),
    annotations: [],
    predictions: [],
    options: { mode: 'stream', hasNextTask: true },
  },
  next: streamTask,
};

function streamTask(index: number): Example['props']['task'] {
  return {
    id: 10_000 + index,
    data: {
      text: `Task ${String(index)}: Ada met Babbage in London. ${'She wrote about his engine for years. '.repeat(20)}`,
      image: square(index),
    },
  };
}
