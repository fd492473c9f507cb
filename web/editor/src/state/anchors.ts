/** Places of a region on the screen, in client coordinates; empty when it cannot be seen. */
export type AnchorSource = (regionId: string) => readonly DOMRect[];

/**
 * Where regions are drawn. Objects register themselves by name and report when their drawing moved,
 * so that relations can be drawn between regions of any kind.
 */
export class AnchorRegistry {
  private readonly sources = new Map<string, AnchorSource>();
  private readonly listeners = new Set<() => void>();

  register(object: string, source: AnchorSource): () => void {
    this.sources.set(object, source);
    this.moved();
    return () => {
      if (this.sources.get(object) === source) this.sources.delete(object);
    };
  }

  rectsOf(object: string, regionId: string): readonly DOMRect[] {
    return this.sources.get(object)?.(regionId) ?? [];
  }

  /** Says that regions may lie elsewhere on the screen now. */
  readonly moved = (): void => {
    for (const listener of this.listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
