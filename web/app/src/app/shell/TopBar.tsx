import { openSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Link, useMatches } from '@tanstack/react-router';
import { WaitingWork } from '../../features/labeling/WaitingWork';
import { t } from '../../messages';
import { shortcut } from '../../shared/shortcut';
import { projectIdOf } from '../projectIdOf';
import { Breadcrumb } from './Breadcrumb';
import { Mark } from './Mark';
import { ProjectTabs } from './ProjectTabs';
import classes from './shell.module.css';
import { ThemeToggle } from './ThemeToggle';
import { UserMenu } from './UserMenu';

interface TopBarProps {
  /** Receives the element that screens put their own buttons into. */
  actionsRef: (element: HTMLElement | null) => void;
}

export function TopBar({ actionsRef }: TopBarProps) {
  const projectId = projectIdOf(useMatches());
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.home} aria-label={t('shell.home')} title={t('shell.home')}>
        <Mark />
      </Link>
      <Breadcrumb />
      {projectId !== undefined && <ProjectTabs projectId={projectId} />}
      <div className={classes.spacer} />
      <WaitingWork />
      <div ref={actionsRef} className={classes.actions} />
      <button type="button" className={classes.search} onClick={openSpotlight}>
        <IconSearch size={16} aria-hidden />
        <span>{t('shell.search')}</span>
        <kbd>{shortcut('mod+K')}</kbd>
      </button>
      <ThemeToggle />
      <UserMenu />
    </header>
  );
}
