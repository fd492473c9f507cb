import axe from 'axe-core';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { clickText, labeled, openEditor, story } from './harness';

const config = `<View>
  <Labels name="ner" toName="text"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="text" value="$text"/>
  <Relations><Relation value="near"/></Relations>
  <Header value="Questions" size="2"/>
  <Filter name="f" toName="c"/>
  <Choices name="c" toName="text"><Choice value="A"/><Choice value="B"/></Choices>
  <Choices name="d" toName="text" layout="select"><Choice value="A"/></Choices>
  <Rating name="r" toName="text"/><Number name="n" toName="text"/><DateTime name="when" toName="text"/>
  <TextArea name="ta" toName="text" rows="2"/>
  <TextArea name="note" toName="text" perRegion="true"/>
  <Collapse><Panel value="More"><Taxonomy name="x" toName="text"><Choice value="A"/></Taxonomy></Panel></Collapse>
</View>`;

it('has no violations that can be found without layout, in any of its states', async () => {
  const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right', labels: ['near'] };
  const { user } = openEditor({
    config,
    data: { text: story },
    result: [
      labeled('a', 0, 12, ['PER'], { score: 0.5 }),
      labeled('b', 36, 42, ['LOC'], { readonly: true }),
      relation,
    ],
    predictions: [{ id: 2, result: [], model_version: 'm' }],
    options: { instruction: '<p>Do it</p>' },
  });
  await clickText('Ada');
  const check = async () => {
    const { violations } = await axe.run(document.body, {
      rules: {
        'color-contrast': { enabled: false },
        'label-content-name-mismatch': { enabled: false },
        region: { enabled: false },
      },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  };
  await check();
  await user.keyboard('?');
  await check();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Grouping and order' }));
  await check();
});
