import { attrText } from '../../config/attributes';
import type { ObjectTag } from '../../config/compile';

/** Whether results hold the text they cover: unless the config says otherwise, not where the text is loaded. */
export function savesText({ node }: ObjectTag): boolean {
  const byUrl = attrText(node, 'valuetype') === 'url';
  const saved = attrText(node, 'savetextresult') ?? (byUrl ? 'no' : 'yes');
  return saved === 'yes' || saved === 'true';
}
