import { useEffect, useRef, type JSX } from 'react';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { displayKeys } from '../../commands/keys';
import { keysOf } from '../../commands/registry';
import { useEditor, useTranslate } from '../../state/context';
import { IconButton } from '../../shell/IconButton';
import { nextPageKey, previousPageKey } from './imageKeys';
import { isPictureAddress } from './picture';
import { useImageAddress } from './useImageAddress';

export interface ImagePagerProps {
  /** Addresses as the task gives them. */
  pages: readonly string[];
  /** Shown page, from 0. */
  page: number;
  /** Pages that have regions. */
  labeled: ReadonlySet<number>;
  onPage(page: number): void;
}

/** Pages after the shown one that are loaded ahead. */
const AHEAD = 3;

/** The pages of an image as a strip, with buttons to step. */
export function ImagePager({ pages, page, labeled, onPage }: ImagePagerProps): JSX.Element {
  const t = useTranslate();
  const { props } = useEditor();
  const keys = (key: typeof nextPageKey): string => displayKeys(keysOf(key, props.options.hotkeys));
  return (
    <nav className="gs-image-pager" aria-label={t('pages')}>
      <IconButton
        icon={IconChevronLeft}
        label={t('previousItem')}
        keys={keys(previousPageKey)}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span className="gs-image-page-number">{t('itemOf', { index: page + 1, total: pages.length })}</span>
      <IconButton
        icon={IconChevronRight}
        label={t('nextItem')}
        keys={keys(nextPageKey)}
        disabled={page === pages.length - 1}
        onClick={() => onPage(page + 1)}
      />
      <ol className="gs-image-strip">
        {pages.map((address, index) => (
          <li key={index}>
            <Thumbnail
              address={address}
              label={t('itemOf', { index: index + 1, total: pages.length })}
              shown={index === page}
              labeled={labeled.has(index)}
              soon={index > page && index <= page + AHEAD}
              onClick={() => onPage(index)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface ThumbnailProps {
  address: string;
  label: string;
  shown: boolean;
  labeled: boolean;
  /** Will be needed next: loaded even out of sight. */
  soon: boolean;
  onClick(): void;
}

function Thumbnail({ address, label, shown, labeled, soon, onClick }: ThumbnailProps): JSX.Element {
  const resolved = useImageAddress(address);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    <button
      ref={button}
      type="button"
      className="gs-image-thumbnail"
      aria-label={label}
      aria-current={shown ? 'page' : undefined}
      data-labeled={labeled}
      onClick={onClick}
    >
      {resolved && isPictureAddress(resolved) && (
        <img
          src={resolved}
          alt=""
          loading={soon || shown ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
        />
      )}
    </button>
  );
}
