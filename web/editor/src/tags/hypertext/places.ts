/*
 * Places in marked-up text. Results hold an XPath from the content's root to a text node, an offset in it in UTF-16
 * units, and offsets over all text nodes in code points, where a line break (BR) counts one.
 */

/** A place in the content: a text node and an offset in UTF-16 units. */
export interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** From one place to another. */
export interface Span {
  readonly start: Place;
  readonly end: Place;
}

/** Elements that do not end a word or a paragraph. */
const inlineTags = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** The content's text nodes in order, each with where it begins among all. Reads the content once: it must not change. */
export class ContentText {
  /** The whole text as a person reads it, in UTF-16 units: blocks and breaks end a line, line breaks of the source do not. */
  readonly plain: string;
  readonly #root: Node;
  readonly #nodes: readonly Text[];
  /** Where each text node begins, in code points over all text nodes. */
  readonly #starts: readonly number[];
  /** Where each text node begins in `plain`. */
  readonly #plainStarts: readonly number[];
  readonly #indexes: ReadonlyMap<Text, number>;
  readonly #children = new WeakMap<Node, Map<string, Node[]>>();

  constructor(root: Node) {
    this.#root = root;
    const nodes: Text[] = [];
    const starts: number[] = [];
    const plainStarts: number[] = [];
    const indexes = new Map<Text, number>();
    const pieces: string[] = [];
    let at = 0;
    let length = 0;
    let block: Node | null = null;
    let broken = false;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) {
        if (node.nodeName !== 'BR') continue;
        at++;
        broken = true;
        continue;
      }
      const own = blockOf(node, root);
      if (nodes.length > 0 && (broken || own !== block)) {
        pieces.push('\n');
        length++;
      }
      block = own;
      broken = false;
      indexes.set(node, nodes.length);
      nodes.push(node);
      starts.push(at);
      plainStarts.push(length);
      at += codePoints(node.data, node.data.length);
      length += node.data.length;
      pieces.push(isPreformatted(node, root) ? node.data : node.data.replace(/[\r\n]/g, ' '));
    }
    this.plain = pieces.join('');
    this.#nodes = nodes;
    this.#starts = starts;
    this.#plainStarts = plainStarts;
    this.#indexes = indexes;
  }

  /** Offset of a place over all text nodes. */
  globalOf({ node, offset }: Place): number {
    return (this.#starts[this.#indexes.get(node) ?? 0] ?? 0) + codePoints(node.data, offset);
  }

  /** The place with this offset; at a border, in the node that begins there or, for an `end`, that ends there. */
  placeAt(global: number, end = false): Place | null {
    const index = lastFrom(this.#starts, end ? global - 1 : global);
    const node = this.#nodes[index];
    if (node === undefined) return null;
    const inside = global - (this.#starts[index] ?? 0);
    const offset = unitsOf(node.data, inside);
    if (offset === null || (end ? inside === 0 : offset === node.data.length)) return null;
    return { node, offset };
  }

  /** Offset of a place in `plain`. */
  plainOf({ node, offset }: Place): number {
    return (this.#plainStarts[this.#indexes.get(node) ?? 0] ?? 0) + offset;
  }

  /** The places at two offsets in `plain`, which must lie in text. */
  spanAtPlain(start: number, end: number): Span | null {
    const from = this.#placeAtPlain(start, start);
    const to = this.#placeAtPlain(end, end - 1);
    return from && to && { start: from, end: to };
  }

  /** The place at an offset, in the node that holds the character at another. */
  #placeAtPlain(at: number, character: number): Place | null {
    const index = lastFrom(this.#plainStarts, character);
    const node = this.#nodes[index];
    const offset = at - (this.#plainStarts[index] ?? 0);
    return node === undefined || offset > node.data.length ? null : { node, offset };
  }

  /** The text between the bounds of a range, without empty ends; `null` when the range holds no text of the content. */
  spanOf(range: Range): Span | null {
    const held = this.#nodes.filter((node) => node.data !== '' && range.intersectsNode(node));
    const bounds = held.flatMap((node) => {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      return from < to ? [{ node, from, to, blank: node.data.slice(from, to).trim() === '' }] : [];
    });
    const first = bounds.find(({ blank }) => !blank);
    const last = bounds.findLast(({ blank }) => !blank);
    if (first === undefined || last === undefined) return null;
    return {
      start: { node: first.node, offset: first.from },
      end: { node: last.node, offset: last.to },
    };
  }

  /** A region's value as the span it covers; `null` when it cannot be placed. */
  spanFrom(value: Record<string, unknown>): Span | null {
    return this.#byPath(value) ?? this.#byGlobal(value);
  }

  #byPath({ start, end, startOffset, endOffset }: Record<string, unknown>): Span | null {
    if (typeof start !== 'string' || typeof end !== 'string') return null;
    const from = this.#resolve(start, startOffset);
    const to = this.#resolve(end, endOffset);
    return from && to && this.globalOf(from) < this.globalOf(to) ? { start: from, end: to } : null;
  }

  #byGlobal({ globalOffsets, start, end }: Record<string, unknown>): Span | null {
    const given =
      globalOffsets !== null && typeof globalOffsets === 'object'
        ? (globalOffsets as Record<string, unknown>)
        : { start, end };
    const [low, high] = [Number(given['start'] ?? NaN), Number(given['end'] ?? NaN)];
    if (!(low >= 0 && low < high)) return null;
    const from = this.placeAt(low);
    const to = this.placeAt(high, true);
    return from && to && { start: from, end: to };
  }

  /** A path to a text node, or to an element whose beginning it means. */
  #resolve(path: string, offset: unknown): Place | null {
    let node: Node = this.#root;
    for (const step of path.split('/').filter((part) => part !== '')) {
      const [, name, number] = /^([\w:-]+|text\(\))(?:\[(\d+)\])?$/i.exec(step) ?? [];
      if (name === undefined) return null;
      const found: Node | undefined = this.#childrenOf(node, name.toLowerCase())[Number(number ?? 1) - 1];
      if (found === undefined) return null;
      node = found;
    }
    const inside =
      node instanceof Text ? node : document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
    if (!(inside instanceof Text)) return null;
    const units = node instanceof Text && typeof offset === 'number' ? offset : 0;
    return units <= inside.data.length ? { node: inside, offset: units } : null;
  }

  /** What results hold of a span, without its text. */
  valueOf({ start, end }: Span): Record<string, unknown> {
    return {
      start: this.#pathOf(start.node),
      end: this.#pathOf(end.node),
      startOffset: start.offset,
      endOffset: end.offset,
      globalOffsets: { start: this.globalOf(start), end: this.globalOf(end) },
    };
  }

  #pathOf(text: Text): string {
    let path = '';
    for (let node: Node | null = text; node !== null && node !== this.#root; node = node.parentNode) {
      const name = nameOf(node);
      const alike = node.parentNode === null ? [] : this.#childrenOf(node.parentNode, name);
      path = `/${name}[${String(alike.indexOf(node) + 1)}]${path}`;
    }
    return path;
  }

  /** Children of a name in order. */
  #childrenOf(parent: Node, name: string): readonly Node[] {
    let known = this.#children.get(parent);
    if (known === undefined) {
      known = new Map<string, Node[]>();
      for (const child of parent.childNodes) {
        const alike = known.get(nameOf(child));
        if (alike === undefined) known.set(nameOf(child), [child]);
        else alike.push(child);
      }
      this.#children.set(parent, known);
    }
    return known.get(name) ?? [];
  }
}

function blockOf(node: Node, root: Node): Node {
  let block: Node = node.parentNode ?? root;
  while (block !== root && inlineTags.has(nameOf(block))) block = block.parentNode ?? root;
  return block;
}

const isPreformatted = (node: Text, root: Node): boolean => {
  const pre = node.parentElement?.closest('pre');
  return pre !== null && pre !== undefined && root.contains(pre);
};

/** Index of the last of ascending numbers that is not greater; -1 when all are. */
function lastFrom(numbers: readonly number[], wanted: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? Infinity) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Code points in the first units of a text. */
function codePoints(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

/** Units that so many code points take; null when the text has fewer. */
function unitsOf(text: string, count: number): number | null {
  let units = 0;
  for (let left = count; left > 0; left--) {
    if (units >= text.length) return null;
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

const nameOf = (node: Node): string =>
  node.nodeType === Node.TEXT_NODE ? 'text()' : node.nodeName.toLowerCase();

export function rangeOf({ start, end }: Span): Range {
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
