import { createContext, useContext, useEffect, useRef } from 'react';
import { useEditor } from '../state/context';
import { matches, parseKeys, type KeyPress } from './keys';

/** A key that belongs to something on the screen: a label, a choice, a rating. */
export interface LocalKey {
  keys: string;
  /** Lets the same key of something else go first. */
  yields?: boolean;
  perform(): void;
}

/** Keys of what is on the screen, in order of appearance. */
export class LocalKeys {
  private readonly bindings = new Set<LocalKey>();

  add(binding: LocalKey): () => void {
    this.bindings.add(binding);
    return () => this.bindings.delete(binding);
  }

  find(press: KeyPress): LocalKey | undefined {
    const found = [...this.bindings].filter(({ keys }) => parseKeys(keys).some((key) => matches(key, press)));
    return found.find(({ yields }) => yields !== true) ?? found[0];
  }

  /** What the same keys would do, written the same way; undefined when nothing on the screen has them. */
  written(keys: string): LocalKey | undefined {
    const found = [...this.bindings].filter((binding) => binding.keys === keys);
    return found.find(({ yields }) => yields !== true) ?? found[0];
  }
}

/** False inside tags that are hidden: their keys sleep. */
export const VisibleContext = createContext(true);

/** Gives a key to a component while it is shown and `enabled`; it `yields` to the same key of something else. */
export function useLocalKey(
  keys: string | null | undefined,
  perform: () => void,
  enabled = true,
  yields = false,
): void {
  const { localKeys } = useEditor();
  const visible = useContext(VisibleContext);
  const latest = useRef(perform);
  useEffect(() => {
    latest.current = perform;
  });
  useEffect(() => {
    if (!keys || !enabled || !visible) return undefined;
    return localKeys.add({ keys, yields, perform: () => latest.current() });
  }, [localKeys, keys, enabled, visible, yields]);
}
