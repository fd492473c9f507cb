import { useMemo, useState } from 'react';
import { attrText } from '../../config/attributes';
import type { ControlTag } from '../../config/compile';
import { resolveText } from '../../config/variables';
import { useConfig, useEditor } from '../../state/context';
import { nodesFrom, nodesFromAnswer, withChildren, type TaxonomyNode } from './tree';

export interface Nodes {
  nodes: readonly TaxonomyNode[];
  loading: boolean;
  /** Why the address gave nothing. */
  failure: string | null;
  /** Asks the address for the tree, the first time it is wanted. */
  open(): void;
  /** Asks for the children of a node that has them elsewhere. */
  load(path: readonly string[]): void;
}

/** The tree of the config, or of `apiUrl` once it is opened. */
export function useNodes(control: ControlTag): Nodes {
  const { data } = useConfig();
  const { resolveUrl } = useEditor().props;
  const own = useMemo(() => nodesFrom(control.choices), [control]);
  const address = resolveText(attrText(control.node, 'apiurl'), data);
  const [loaded, setLoaded] = useState<readonly TaxonomyNode[] | null>(null);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const ask = async (path: readonly string[]): Promise<void> => {
    setLoading(path.length === 0);
    setFailure(null);
    try {
      const url = await resolveUrl?.(address);
      const nodes = nodesFromAnswer(await answerOf(url ?? address, path));
      setLoaded((before) => (path.length === 0 ? nodes : withChildren(before ?? [], path, nodes)));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setLoading(false);
    }
  };
  return {
    nodes: address === '' ? own : (loaded ?? own),
    loading,
    failure,
    open: () => {
      if (address !== '' && loaded === null && !loading) void ask([]);
    },
    load: (path) => void ask(path),
  };
}

/** Name and password in the address become a header: browsers refuse them where they are. */
async function answerOf(address: string, path: readonly string[]): Promise<unknown> {
  const url = new URL(address, location.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(url.protocol);
  const { username, password } = url;
  url.username = url.password = '';
  for (const step of path) url.searchParams.append('path', step);
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const answer = await fetch(url, {
    headers: {
      Accept: 'application/json',
      ...(username !== '' && { Authorization: `Basic ${btoa(login)}` }),
    },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`.trim());
  return answer.json();
}
