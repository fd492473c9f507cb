import type { ChoiceDefinition } from '../../config/compile';

/** A node of a taxonomy, of the config or from an address. */
export interface TaxonomyNode {
  /** What results store. */
  name: string;
  title: string;
  hint: string | undefined;
  color: string | undefined;
  children: readonly TaxonomyNode[];
  /** There are children that have to be asked for. */
  lazy: boolean;
}

/** Of siblings with one title, only the first is offered. */
export function nodesFrom(choices: readonly ChoiceDefinition[]): TaxonomyNode[] {
  return distinct(
    choices.map(({ name, title, node, children }) => ({
      name,
      title,
      hint: textOf(node.attrs['hint']),
      color: textOf(node.attrs['color']),
      children: nodesFrom(children),
      lazy: false,
    })),
  );
}

/** Nodes of an answer: a list, or an object with `items`. Whatever is no node is left out. */
export function nodesFromAnswer(answer: unknown): TaxonomyNode[] {
  const list = answer !== null && typeof answer === 'object' && 'items' in answer ? answer.items : answer;
  if (!Array.isArray(list)) return [];
  return distinct(
    list.flatMap((item: unknown): TaxonomyNode[] => {
      if (item === null || typeof item !== 'object') return [];
      const { value, alias, isLeaf, children, hint, color } = item as Record<string, unknown>;
      if (typeof value !== 'string') return [];
      const below = nodesFromAnswer(children);
      return [
        {
          name: textOf(alias) || value,
          title: value,
          hint: textOf(hint),
          color: textOf(color),
          children: below,
          lazy: isLeaf === false && below.length === 0,
        },
      ];
    }),
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function distinct(nodes: readonly TaxonomyNode[]): TaxonomyNode[] {
  const seen = new Set<string>();
  return nodes.filter(({ title }) => !seen.has(title) && seen.add(title));
}

/** Titles along a path of names; a name the tree does not know stands for itself. */
export function titlesOf(nodes: readonly TaxonomyNode[], path: readonly string[]): string[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const node = nodes.find(({ name }) => name === first);
  return [node?.title ?? first, ...titlesOf(node?.children ?? [], rest)];
}

/** The tree with only what holds the text, and everything below that. */
export function matching(nodes: readonly TaxonomyNode[], text: string): TaxonomyNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...nodes];
  return nodes.flatMap((node) => {
    if (node.title.toLowerCase().includes(wanted)) return [node];
    const children = matching(node.children, text);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The tree with the children of one node put in. */
export function withChildren(
  nodes: readonly TaxonomyNode[],
  path: readonly string[],
  children: readonly TaxonomyNode[],
): TaxonomyNode[] {
  const [first, ...rest] = path;
  return nodes.map((node) => {
    if (node.name !== first) return node;
    if (rest.length === 0) return { ...node, children, lazy: false };
    return { ...node, children: withChildren(node.children, rest, children) };
  });
}
