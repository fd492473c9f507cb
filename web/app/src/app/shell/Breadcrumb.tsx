import { Link, useMatches } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { t } from '../../messages';
import { projectQuery } from '../../shared/queries';
import { projectIdOf } from '../projectIdOf';
import classes from './shell.module.css';

/** Where the user is: the project, or the part of the application outside projects. */
export function Breadcrumb() {
  const matches = useMatches();
  const projectId = projectIdOf(matches);
  const project = useQuery({ ...projectQuery(projectId ?? 0), enabled: projectId !== undefined });
  const area = matches.findLast((match) => match.staticData.area !== undefined)?.staticData.area;
  return (
    <nav aria-label={t('shell.breadcrumb')}>
      <ol className={classes.breadcrumb}>
        {projectId === undefined ? (
          <li>
            <span className={classes.crumb} aria-current="page">
              {area?.()}
            </span>
          </li>
        ) : (
          <>
            <li>
              <Link to="/projects" className={classes.crumb} activeOptions={{ exact: true }}>
                {t('shell.projects')}
              </Link>
              <span className={classes.separator} aria-hidden>
                /
              </span>
            </li>
            <li>
              <span className={classes.crumb} aria-current="page" title={project.data?.title ?? undefined}>
                {project.data?.title ?? ' '}
              </span>
            </li>
          </>
        )}
      </ol>
    </nav>
  );
}
