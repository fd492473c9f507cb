import { Link, useRouterState } from '@tanstack/react-router';
import { t } from '../../messages';
import classes from './shell.module.css';

/** The screens of one project. */
export function ProjectTabs({ projectId }: { projectId: number }) {
  const current = useRouterState({
    select: ({ location }) =>
      location.pathname.includes('/settings')
        ? 'settings'
        : location.search.labeling === undefined
          ? 'data'
          : 'label',
  });
  // Data and Label share an address and differ in its search, which Link does not tell apart by itself.
  const tab = (name: typeof current) => ({
    className: classes.tab,
    'data-current': name === current || undefined,
    'aria-current': name === current ? ('page' as const) : undefined,
    activeProps: { 'aria-current': name === current ? ('page' as const) : undefined },
  });
  return (
    <nav aria-label={t('shell.projectTabs')} className={classes.tabs}>
      <Link to="/projects/$projectId/data" params={{ projectId }} {...tab('data')}>
        {t('shell.tab.data')}
      </Link>
      <Link to="/projects/$projectId/data" params={{ projectId }} search={{ labeling: 1 }} {...tab('label')}>
        {t('shell.tab.label')}
      </Link>
      <Link to="/projects/$projectId/settings" params={{ projectId }} {...tab('settings')}>
        {t('shell.tab.settings')}
      </Link>
    </nav>
  );
}
