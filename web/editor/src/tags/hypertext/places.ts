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

const codePoints = (text: string): number => [...text].length;

/** The content's text nodes in order, each with where it begins among all. */
export class ContentText {
  readonly #root: Node;
  readonly #nodes: readonly Text[];
  readonly #starts: ReadonlyMap<Text, number>;

  constructor(root: Node) {
    this.#root = root;
    const nodes: Text[] = [];
    const starts = new Map<Text, number>();
    let at = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text) {
        nodes.push(node);
        starts.set(node, at);
        at += codePoints(node.data);
      } else if (node.nodeName === 'BR') at++;
    }
    this.#nodes = nodes;
    this.#starts = starts;
  }

  /** Offset of a place over all text nodes. */
  globalOf({ node, offset }: Place): number {
    return (this.#starts.get(node) ?? 0) + codePoints(node.data.slice(0, offset));
  }

  /** The place with this offset; at a border, in the node that begins there or, for an `end`, that ends there. */
  placeAt(global: number, end = false): Place | null {
    for (const node of this.#nodes) {
      const start = this.#starts.get(node) ?? 0;
      const signs = [...node.data];
      const inside = end
        ? global > start && global <= start + signs.length
        : global >= start && global < start + signs.length;
      if (inside) return { node, offset: signs.slice(0, global - start).join('').length };
    }
    return null;
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
    const from = this.placeAt(low);
    const to = this.placeAt(high, true);
    return from && to && low < high ? { start: from, end: to } : null;
  }

  /** A path to a text node, or to an element whose beginning it means. */
  #resolve(path: string, offset: unknown): Place | null {
    let node: Node = this.#root;
    for (const step of path.split('/').filter((part) => part !== '')) {
      const [, name, number] = /^([\w:-]+|text\(\))(?:\[(\d+)\])?$/i.exec(step) ?? [];
      if (name === undefined) return null;
      const alike = [...node.childNodes].filter((child) => nameOf(child) === name.toLowerCase());
      const found: ChildNode | undefined = alike[Number(number ?? 1) - 1];
      if (found === undefined) return null;
      node = found;
    }
    const inside = node instanceof Text ? node : this.#nodes.find((text) => node.contains(text));
    if (inside === undefined) return null;
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
      const alike: Node[] = [...(node.parentNode?.childNodes ?? [])].filter(
        (other) => nameOf(other) === name,
      );
      path = `/${name}[${alike.indexOf(node) + 1}]${path}`;
    }
    return path;
  }
}

const nameOf = (node: Node): string =>
  node.nodeType === Node.TEXT_NODE ? 'text()' : node.nodeName.toLowerCase();

export function rangeOf({ start, end }: Span): Range {
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
