import { describe, expect, it } from 'vitest';
import { attribute, readConfig, walk, type ConfigElement } from './document';
import { appendChildren, removeElement, setAttribute } from './edit';
import { locateProblem } from './locateProblem';

const config = `<View>
  <!-- the picture -->
  <Image name="image" value='$image'/>
  <Labels name="label" toName="image">
    <Label value="Cat &amp; dog" background="#FF0000"/>
    <Label value="Bird"/>
  </Labels>
</View>`;

function find(text: string, name: string, index = 0): ConfigElement {
  const found = [...walk(readConfig(text))].filter((element) => element.name === name)[index];
  if (found === undefined) throw new Error(`No <${name}>.`);
  return found;
}

describe('reading', () => {
  it('finds elements, attributes and their places', () => {
    expect([...walk(readConfig(config))].map(({ name }) => name)).toEqual([
      'View',
      'Image',
      'Labels',
      'Label',
      'Label',
    ]);
    const label = find(config, 'Label');
    expect(attribute(label, 'VALUE')?.value).toBe('Cat & dog');
    expect(config.slice(label.from, label.to)).toBe('<Label value="Cat &amp; dog" background="#FF0000"/>');
    expect(label.parent?.name).toBe('Labels');
  });

  it('keeps what it understands of a broken text', () => {
    const broken = '<View><Image name="a" value="$b"/><Labels name="l"';
    expect([...walk(readConfig(broken))].map(({ name }) => name)).toContain('Image');
  });
});

describe('editing keeps everything else as it was', () => {
  it('changes, adds and removes attributes', () => {
    expect(setAttribute(config, find(config, 'Image'), 'value', "$o'hare")).toBe(
      config.replace("'$image'", "'$o&apos;hare'"),
    );
    expect(setAttribute(config, find(config, 'Label', 1), 'background', '#00FF00')).toBe(
      config.replace('value="Bird"', 'value="Bird" background="#00FF00"'),
    );
    expect(setAttribute(config, find(config, 'Label'), 'background', null)).toBe(
      config.replace(' background="#FF0000"', ''),
    );
    expect(setAttribute('<View/>', find('<View/>', 'View'), 'style', 'a"b')).toBe('<View style="a&quot;b"/>');
  });

  it('removes an element with its line', () => {
    expect(removeElement(config, find(config, 'Label', 1))).toBe(
      config.replace('    <Label value="Bird"/>\n', ''),
    );
    const flat = '<View><Header value="a"/><Text name="t" value="$t"/></View>';
    expect(removeElement(flat, find(flat, 'Header'))).toBe('<View><Text name="t" value="$t"/></View>');
  });

  it('appends children indented like the others', () => {
    expect(appendChildren(config, find(config, 'Labels'), ['<Label value="Fox"/>'])).toBe(
      config.replace('<Label value="Bird"/>', '<Label value="Bird"/>\n    <Label value="Fox"/>'),
    );
    const empty = '<View>\n  <Choices name="c" toName="t"/>\n</View>';
    expect(
      appendChildren(empty, find(empty, 'Choices'), ['<Choice value="Yes"/>', '<Choice value="No"/>']),
    ).toBe(
      '<View>\n  <Choices name="c" toName="t">\n    <Choice value="Yes"/>\n    <Choice value="No"/>\n  </Choices>\n</View>',
    );
  });
});

describe('the place a message speaks of', () => {
  const at = (text: string, message: string) => {
    const { from, to } = locateProblem(text, message);
    return text.slice(from, to);
  };

  it.each([
    ['mismatched tag: line 4, column 2', '<Labels name="label" toName="image">'],
    [`toName="image" not found in names: ['label']`, 'toName="image"'],
    ["Validation failed on : 'value' is a required property", '<View>'],
    ['Please add labels to tag with name="label".', '<Labels name="label" toName="image">'],
    ['something else entirely', '<View>'],
  ])('%s', (message, place) => {
    expect(at(config, message)).toBe(place);
  });

  it('finds what lacks an attribute, and the second of two equal names', () => {
    const lacking = '<View><Text name="a" value="$a"/><Text name="b"/></View>';
    expect(at(lacking, "Validation failed on 1: 'value' is a required property")).toBe('<Text name="b"/>');
    const twice = '<View><Text name="a" value="$a"/><Text  name="a" value="$b"/></View>';
    expect(locateProblem(twice, 'Label config contains non-unique names').from).toBe(
      twice.lastIndexOf('name="a"'),
    );
  });

  it('stays inside the text', () => {
    expect(locateProblem('', 'no element found: line 1, column 0')).toEqual({ from: 0, to: 0 });
    expect(locateProblem('<a', 'x: line 9, column 9').to).toBeLessThanOrEqual(2);
  });
});
