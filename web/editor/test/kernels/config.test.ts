import { describe, expect, it } from 'vitest';
import { compileConfig } from '../../src/config/compile';
import { ConfigSyntaxError, parseConfig } from '../../src/config/parse';
import { resolveText, resolveValue } from '../../src/config/variables';
import { say, translator } from '../../src/messages';
import { scopeCss } from '../../src/tags/style/scope';
import { readStyle } from '../../src/tags/style';

describe('parsing', () => {
  it.each([
    '',
    '<View>',
    '<View/><View/>',
    'text',
    '<!DOCTYPE x [<!ENTITY a "b">]><View>&a;</View>',
    '<View><Text value="a & b"/></View>',
  ])('refuses %s', (xml) => {
    expect(() => parseConfig(xml)).toThrow(ConfigSyntaxError);
  });

  it('ignores the case of names and types attributes', () => {
    const node = parseConfig(
      '<view><TEXT Name="t" VALUE="true" highlightColor="false"/><!-- note --></view>',
    );
    expect(node.children[0]).toMatchObject({
      tag: 'text',
      attrs: { name: 't', value: 'true', highlightcolor: false },
    });
    expect(node.children).toHaveLength(1);
  });

  it('takes inner text as value, and the markup of tags made of markup', () => {
    const node = parseConfig(
      '<View><Header> Title </Header><Style>.a { color: red }</Style><HyperText name="h"><b>x</b></HyperText></View>',
    );
    expect(node.children.map(({ attrs, markup }) => [attrs['value'], markup])).toEqual([
      ['Title', ''],
      [undefined, '.a { color: red }'],
      [undefined, '<b>x</b>'],
    ]);
  });
});

describe('references to task data', () => {
  const data = { a: { b: [{ c: 'deep' }] }, n: 5, who: 'Ann', list: [1] };
  it.each([
    ['$a.b[0].c', 'deep'],
    ['$n', 5],
    ['$list', [1]],
    ['$missing', ''],
    ['By $who on $missing.', 'By Ann on undefined.'],
    ['Ends with $who.', 'Ends with Ann.'],
    ['plain', 'plain'],
  ])('%s', (written, expected) => {
    expect(resolveValue(written, data)).toEqual(expected);
  });

  it('do not reach what objects inherit', () => {
    expect(resolveText('$a.constructor', data)).toBe('');
  });
});

describe('compiling', () => {
  const compile = (xml: string, data = {}) => compileConfig(parseConfig(xml), data);

  it('copies a Repeater for each item, everywhere its flag stands', () => {
    const { controls, objects } = compile(
      '<View><Repeater on="$u" indexFlag="{{i}}"><Text name="t_{{i}}" value="$u[{{i}}].a[{{i}}]"/><Choices name="c_{{i}}" toName="t_{{i}}"><Choice value="A"/></Choices></Repeater></View>',
      { u: [{ a: ['x'] }, { a: ['', 'y'] }] },
    );
    expect([...controls.keys()]).toEqual(['c_0', 'c_1']);
    expect([...objects.values()].map(({ value }) => value)).toEqual(['x', 'y']);
  });

  it('links a control without toName to the only object', () => {
    expect(
      compile('<View><Text name="t" value="x"/><Rating name="r"/></View>').controls.get('r')?.toName,
    ).toBe('t');
  });

  it.each([
    ['<View><Foo/></View>', 'Tag with name Foo is not registered.'],
    [
      '<View><Text name="t" value="x"/><Choices name="c" toName="z"/></View>',
      'Tag with name z does not exist in the config. Referenced by ChoicesModel#toname.',
    ],
    [
      '<View><Text name="t" value="x"/><RectangleLabels name="c" toName="t"/></View>',
      'Invalid attribute toname for RectangleLabelsModel: referenced tag is Text, but RectangleLabelsModel can only control Image',
    ],
    ['<View><Label value="x"/></View>', 'Tag Label must be a child of one of the tags Labels,'],
    ['<View><Text value="x"/></View>', 'Attribute name is required for TextModel'],
    [
      '<View><Text name="a" value="x"/><Text name="a" value="y"/></View>',
      'The name a is used by more than one tag.',
    ],
  ])('finds the fault in %s', (xml, text) => {
    expect(
      compile(xml)
        .issues.map((issue) => say(translator(undefined, 'en'), issue.text))
        .join('\n'),
    ).toContain(text);
  });

  it('gives labels their own colour or one of the palette, never another’s', () => {
    const { controls } = compile(
      '<View><Text name="t" value="x"/><Labels name="l" toName="t"><Label value="A" background="#ff0000"/><Label value="B"/><Label value="C" background="url(evil)"/></Labels></View>',
    );
    const colors = controls.get('l')?.labels.map(({ color }) => color) ?? [];
    expect(colors[0]).toBe('#ff0000');
    expect(new Set(colors).size).toBe(3);
    expect(colors.join()).not.toContain('url');
  });
});

describe('styles of a config', () => {
  it('stay inside of the task', () => {
    expect(scopeCss('.big { font-size: 20px; } @media print { .a { color: red } }')).toBe(
      '.gs-task {\n.big { font-size: 20px; }\n}\n.gs-task {\n@media print { .a { color: red } }\n}',
    );
  });

  it('cannot close the scope, import or load from elsewhere', () => {
    const css = scopeCss(
      '@import url(//evil/x.css); .a { color: red } } body { display: none } .b { background: url(javascript:x) }',
    );
    expect(css).toBe('.gs-task {\n.a { color: red }\n}');
  });

  it.each([
    '.a { content: "{{" } } body { display: none } }',
    '.a { b: url(x"); } } body { display: none } .c { d: url(y"); }',
    '.a { b: url("x:) } } body { display: none } /"); }',
    '.a { b: u\\72l(x"); } } body { display: none } .c { d: u\\72l(y"); }',
    '.a { b: "\n{"; } } body { display: none } }',
  ])('cannot be written so that a browser sees a rule outside of the scope: %s', (css) => {
    expect(scopeCss(css)).not.toContain('body');
  });

  it('become properties', () => {
    expect(
      readStyle(
        'background-color: red; --own: 1; width: calc(100% - 10px); background: url(javascript:alert(1)); ' +
          'mask: url(//evil/x.svg); cursor: image-set("https://evil/x.png" 1x); filter: u\\72l(https://evil/x)',
      ),
    ).toEqual({
      backgroundColor: 'red',
      '--own': '1',
      width: 'calc(100% - 10px)',
    });
  });
});
