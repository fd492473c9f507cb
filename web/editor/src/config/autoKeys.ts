import { attrText } from './attributes';
import type { ConfigNode } from './parse';

/** Keys given to labels and choices that name none, in this order. */
export const automaticKeys: readonly string[] = [...'1234567890qwetasdfgzxcvbyiopjklnm'];

/** Single keys of tools, reserved where the config has the tool, so that no label takes them by itself. */
const toolKeys: Readonly<Record<string, readonly string[]>> = {
  v: ['image'],
  o: ['ellipse', 'ellipselabels'],
  e: ['brush', 'brushlabels', 'bitmask', 'bitmasklabels'],
  b: ['brush', 'brushlabels', 'bitmask', 'bitmasklabels'],
  k: ['keypoint', 'keypointlabels'],
  w: ['magicwand'],
  p: ['polygon', 'polygonlabels', 'vector', 'vectorlabels'],
};

/** Tags whose single `hotkey` belongs to the tag itself. */
const keyedTags = new Set([
  'label',
  'choice',
  'rating',
  'number',
  'shortcut',
  'audio',
  'audioplus',
  'video',
  'timeseries',
  'filter',
]);

/**
 * Keys by node: those the config names, then automatic ones for labels and choices in document order,
 * leaving out keys that are already taken.
 */
export function assignHotkeys(nodes: readonly ConfigNode[]): Map<ConfigNode, string> {
  const assigned = new Map<ConfigNode, string>();
  const taken = new Set<string>();
  const present = new Set(nodes.map((node) => node.tag));
  for (const [key, tools] of Object.entries(toolKeys)) {
    if (tools.some((tool) => present.has(tool))) taken.add(key);
  }
  for (const node of nodes) {
    const written = attrText(node, 'hotkey')?.trim().toLowerCase();
    if (written === undefined || written === '' || !keyedTags.has(node.tag)) continue;
    assigned.set(node, written);
    for (const key of written.split(',')) taken.add(key.trim());
  }
  const free = automaticKeys.filter((key) => !taken.has(key));
  for (const node of automaticallyKeyed(nodes)) {
    if (assigned.has(node)) continue;
    const key = free.shift();
    if (key === undefined) break;
    assigned.set(node, key);
  }
  return assigned;
}

/** Labels, and the choices of Choices; the many nodes of a Taxonomy get no keys. */
function automaticallyKeyed(nodes: readonly ConfigNode[]): ConfigNode[] {
  const inTaxonomy = new Set<ConfigNode>();
  const exclude = (node: ConfigNode): void => {
    inTaxonomy.add(node);
    node.children.forEach(exclude);
  };
  for (const node of nodes) if (node.tag === 'taxonomy') exclude(node);
  return nodes.filter((node) => node.tag === 'label' || (node.tag === 'choice' && !inTaxonomy.has(node)));
}
