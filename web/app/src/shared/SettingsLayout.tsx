import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface SettingsLayoutProps {
  /** What the list of pages is a list of. */
  label: string;
  /** Links to the pages, each an icon and a name. */
  children: ReactNode;
}

/** A list of pages on the left, the current one beside it. */
export function SettingsLayout({ label, children }: SettingsLayoutProps) {
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label={label}>
        {children}
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
