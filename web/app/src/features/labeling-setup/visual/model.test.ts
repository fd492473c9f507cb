import { describe, expect, it } from 'vitest';
import { labelPalette } from '../../../theme/labelPalette';
import { addItems, readVisualModel } from './model';
import { isOn, optionsOf } from './options';

const config = `<View>
  <Image name="image" value="$image" zoomControl="false"/>
  <Image name="pages" valueList="$pages"/>
  <Header value="Title"/>
  <RectangleLabels name="box" toName="image">
    <Label value="Car" background="${labelPalette[1] ?? ''}"/>
  </RectangleLabels>
  <Choices name="kind" toName="image" choice="multiple">
    <View style="display:flex">
      <Choice value="Day"/>
    </View>
  </Choices>
  <Labels name="more" toName="image" value="$labels"/>
</View>`;

function set(text: string, name: string) {
  const found = readVisualModel(text).sets.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`No labels called ${name}.`);
  return found;
}

describe('what the visual editor sees', () => {
  it('finds which field each object shows', () => {
    expect(
      readVisualModel(config).bindings.map(({ name, attribute, field }) => [name, attribute, field]),
    ).toEqual([
      ['image', 'value', 'image'],
      ['pages', 'valueList', 'pages'],
    ]);
  });

  it('finds labels and choices, wrapped ones too, and those that come with the data', () => {
    expect(
      readVisualModel(config).sets.map(({ name, kind, dynamic, items }) => [
        name,
        kind,
        dynamic,
        items.length,
      ]),
    ).toEqual([
      ['box', 'labels', false, 1],
      ['kind', 'choices', false, 1],
      ['more', 'labels', true, 0],
    ]);
  });

  it('reads switches with either default', () => {
    const states = readVisualModel(config).elements.flatMap((element) =>
      optionsOf(element).map((option) => [element.name, option.attribute, isOn(element, option)]),
    );
    expect(states).toContainEqual(['Image', 'zoomControl', false]);
    expect(states).toContainEqual(['Image', 'zoomControl', true]);
    expect(states).toContainEqual(['Choices', 'choice', true]);
    expect(states).toContainEqual(['Choices', 'required', false]);
  });
});

describe('adding', () => {
  it('gives new labels the first free colours and leaves out what is there', () => {
    const changed = addItems(config, set(config, 'box'), 'Truck\n\n Car \nA "big" one\nTruck');
    expect(set(changed, 'box').items.map(({ value, color }) => [value, color])).toEqual([
      ['Car', labelPalette[1]],
      ['Truck', labelPalette[0]],
      ['A "big" one', labelPalette[2]],
    ]);
  });

  it('puts choices beside the others, without colours', () => {
    const changed = addItems(config, set(config, 'kind'), 'Night');
    expect(changed).toContain('<Choice value="Day"/>\n      <Choice value="Night"/>\n    </View>');
  });
});

it('has twenty different label colours', () => {
  expect(new Set(labelPalette).size).toBe(20);
});
