import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { ensureSyntaxTree } from '@codemirror/language';
import { completeFromSchema, type AttrSpec, type ElementSpec } from '@codemirror/lang-xml';
import { t, type MessageKey } from '../../../messages';
import { attribute as attributeOf, readConfig, walk } from '../config/document';
import { tagNamed, tags, type Attribute, type TagRole } from './tags';

const elements: ElementSpec[] = tags.map((tag) => ({
  name: tag.name,
  top: tag.name === 'View',
  ...(tag.children && { children: tag.children }),
  attributes: tag.attributes.map(attributeSpec),
  completion: { info: t(`tag.${tag.name}` as MessageKey & `tag.${string}`), type: 'type' },
}));

function attributeSpec({ name, values, required, type, default: fallback }: Attribute): AttrSpec {
  return {
    name,
    ...(values.length > 0 && { values }),
    completion: {
      type: 'property',
      boost: required ? 10 : 0,
      detail: required ? t('setup.completion.required') : fallback === undefined ? type : `= ${fallback}`,
    },
  };
}

/** Completes tags, attributes and their words from the language's table. */
export const completeLanguage: CompletionSource = completeFromSchema(elements, []);

/** Completes what depends on the project and on the configuration: data fields and the names of tags. */
export function completeReferences(columns: readonly string[]): CompletionSource {
  return (context) => referencesAt(context, columns);
}

function referencesAt(context: CompletionContext, columns: readonly string[]): CompletionResult | null {
  const node = ensureSyntaxTree(context.state, context.pos, 100)?.resolveInner(context.pos, -1);
  if (node?.name !== 'AttributeValue') return null;
  const attributeNode = node.parent;
  const nameNode = attributeNode?.getChild('AttributeName');
  const tagNode = attributeNode?.parent?.getChild('TagName');
  if (!nameNode || !tagNode) return null;
  const text = context.state.doc.toString();
  const tag = tagNamed(text.slice(tagNode.from, tagNode.to));
  const name = text.slice(nameNode.from, nameNode.to);
  const attribute = tag?.attributes.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (attribute === undefined) return null;

  const start = node.from + 1;
  const typed = text.slice(start, context.pos);
  switch (attribute.type) {
    case 'data':
      return {
        from: start,
        options: columns.map((column): Completion => ({ label: `$${column}`, type: 'variable' })),
        validFor: /^\$?[\w.[\]]*$/,
      };
    case 'object':
      return { from: start, options: namesOf(text, 'object'), validFor: /^[^"']*$/ };
    case 'objects':
      return {
        from: start + typed.lastIndexOf(',') + 1,
        options: namesOf(text, 'object'),
        validFor: /^[^"',]*$/,
      };
    case 'control':
      return { from: start, options: namesOf(text, 'control'), validFor: /^[^"']*$/ };
    default:
      return null;
  }
}

function namesOf(text: string, role: TagRole): Completion[] {
  return [...walk(readConfig(text))].flatMap((element) => {
    const name = attributeOf(element, 'name')?.value;
    if (name === undefined || tagNamed(element.name)?.role !== role) return [];
    return [{ label: name, detail: element.name, type: 'variable' }];
  });
}
