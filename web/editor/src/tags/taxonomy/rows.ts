import type { TaxonomyNode } from './tree';

/** A node as a line of the list. */
export interface TaxonomyRow {
  node: TaxonomyNode;
  /** Names from the top. */
  path: readonly string[];
  key: string;
  /** Whether there is something below it. */
  parent: boolean;
  open: boolean;
}

/** Names a path; equal paths have equal keys. */
export const pathKey = (path: readonly string[]): string => JSON.stringify(path);

/** The names of a path by its key. */
export function pathOfKey(key: string): string[] {
  const path: unknown = JSON.parse(key);
  return Array.isArray(path) ? path.filter((step) => typeof step === 'string') : [];
}

/** The lines that are to be seen, top down. */
export function rowsOf(nodes: readonly TaxonomyNode[], isOpen: (key: string) => boolean): TaxonomyRow[] {
  const rows: TaxonomyRow[] = [];
  const visit = (list: readonly TaxonomyNode[], above: readonly string[]): void => {
    for (const node of list) {
      const path = [...above, node.name];
      const key = pathKey(path);
      const parent = node.children.length > 0 || node.lazy;
      const open = parent && isOpen(key);
      rows.push({ node, path, key, parent, open });
      if (open) visit(node.children, path);
    }
  };
  visit(nodes, []);
  return rows;
}
