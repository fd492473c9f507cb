import type { JSX } from 'react';
import { IconPuzzleOff } from '@tabler/icons-react';
import { attrText } from '../../config/attributes';
import { tagInfo } from '../../config/language';
import { useTranslate } from '../../state/context';
import { TagChildren, type TagProps } from '../TagView';

/** Stands where a tag of the language would be that this editor cannot show yet. */
export function UnsupportedTag({ node }: TagProps): JSX.Element {
  const t = useTranslate();
  const info = tagInfo(node.tag);
  const name = attrText(node, 'name');
  return (
    <>
      <div className="gs-unsupported" role="note">
        <IconPuzzleOff size={16} aria-hidden />
        <span>{t('unsupported', { tag: info?.name ?? node.tagName })}</span>
        {name !== undefined && info?.role === 'control' && <span>{t('unsupportedKept', { name })}</span>}
      </div>
      {info?.role === 'visual' && <TagChildren node={node} />}
    </>
  );
}
