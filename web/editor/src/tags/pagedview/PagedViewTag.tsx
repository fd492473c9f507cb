import { useContext, useState, type JSX } from 'react';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useLocalKey, VisibleContext } from '../../commands/localKeys';
import { attrText } from '../../config/attributes';
import type { ConfigNode } from '../../config/parse';
import { objectOf } from '../../model/document';
import { useSelectedRegion, useTranslate } from '../../state/context';
import { TagView, type TagProps } from '../TagView';

/** Copies of a paginated Repeater, one at a time. */
export function PagedViewTag({ node }: TagProps): JSX.Element {
  const t = useTranslate();
  const surrounding = useContext(VisibleContext);
  const [page, setPage] = useState(0);
  const total = node.children.length;
  const step = (by: number): void => setPage((current) => Math.min(total - 1, Math.max(0, current + by)));
  useLocalKey('alt+left', () => step(-1), page > 0);
  useLocalKey('alt+right', () => step(1), page < total - 1);

  const region = useSelectedRegion();
  const object = region === null ? null : objectOf(region);
  const selectedPage = object === null ? -1 : node.children.findIndex((child) => contains(child, object));
  const [followed, setFollowed] = useState(region?.id);
  if (followed !== region?.id) {
    setFollowed(region?.id);
    if (selectedPage >= 0) setPage(selectedPage);
  }

  return (
    <div className="gs-paged">
      {node.children.map((child, index) => (
        <VisibleContext key={index} value={surrounding && index === page}>
          <div hidden={index !== page}>
            <TagView node={child} />
          </div>
        </VisibleContext>
      ))}
      {total > 1 && (
        <nav className="gs-pager" aria-label={t('pages')}>
          <button
            type="button"
            className="gs-icon-button"
            aria-label={t('previousItem')}
            disabled={page === 0}
            onClick={() => step(-1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </button>
          <span>{t('itemOf', { index: page + 1, total })}</span>
          <button
            type="button"
            className="gs-icon-button"
            aria-label={t('nextItem')}
            disabled={page === total - 1}
            onClick={() => step(1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </button>
        </nav>
      )}
    </div>
  );
}

function contains(node: ConfigNode, object: string): boolean {
  return attrText(node, 'name') === object || node.children.some((child) => contains(child, object));
}
