import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { OutboxProvider } from '../../features/labeling/OutboxProvider';
import { t } from '../../messages';
import { CommandPalette } from './CommandPalette';
import classes from './shell.module.css';
import { TopBar } from './TopBar';
import { TopBarSlot } from './TopBarActions';

/** The top bar and, below it, the current screen. */
export function Frame() {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useTitleOfArea();
  return (
    <OutboxProvider>
      <TopBarSlot value={slot}>
        <a href="#screen" className={classes.skip}>
          {t('shell.skipToContent')}
        </a>
        <div className={classes.frame}>
          <TopBar actionsRef={setSlot} />
          <main id="screen" className={classes.screen} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <CommandPalette />
      </TopBarSlot>
    </OutboxProvider>
  );
}

/** The window's title for screens outside projects; those of a project set their own. */
function useTitleOfArea(): void {
  const area = useMatches().findLast((match) => match.staticData.area !== undefined)?.staticData.area;
  const page = area?.();
  useEffect(() => {
    if (page !== undefined) document.title = t('shell.pageTitle', { page });
  }, [page]);
}
