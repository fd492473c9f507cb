import { Link } from '@tanstack/react-router';
import { t } from '../../messages';
import type { ListedProject } from '../../shared/queries';
import classes from './projects.module.css';

/** A project's title: opens its tasks, or goes on with its set-up while it is a draft. */
export function ProjectLink({ project }: { project: ListedProject }) {
  const title = project.title || t('projects.untitled');
  return project.is_draft ? (
    <Link to="/projects/create" search={{ project: project.id }} className={classes.link}>
      {title}
    </Link>
  ) : (
    <Link to="/projects/$projectId/data" params={{ projectId: project.id }} className={classes.link}>
      {title}
    </Link>
  );
}
