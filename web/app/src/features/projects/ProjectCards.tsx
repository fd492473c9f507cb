import { Badge, Skeleton } from '@mantine/core';
import { IconPinFilled } from '@tabler/icons-react';
import { t } from '../../messages';
import { formatNumber } from '../../shared/formatNumber';
import type { ListedProject } from '../../shared/queries';
import { RelativeTime } from '../../shared/RelativeTime';
import { UserAvatar } from '../../shared/UserAvatar';
import { colorOf } from './progress';
import { ProjectLink } from './ProjectLink';
import { ProjectMenu } from './ProjectMenu';
import { ProjectProgress } from './ProjectProgress';
import classes from './projects.module.css';

interface ProjectCardsProps {
  /** Undefined while loading. */
  projects: ListedProject[] | undefined;
}

/** The projects as cards. */
export function ProjectCards({ projects }: ProjectCardsProps) {
  return (
    <ul className={classes.cards}>
      {projects === undefined
        ? Array.from({ length: 8 }, (_, card) => (
            <li key={card} className={`${classes.card} gs-late`}>
              <Skeleton height={14} width="60%" />
              <Skeleton height={12} />
              <Skeleton height={12} width="80%" />
            </li>
          ))
        : projects.map((project) => <ProjectCard key={project.id} project={project} />)}
    </ul>
  );
}

function ProjectCard({ project }: { project: ListedProject }) {
  const counts = [
    [t('projects.column.tasks'), project.task_number],
    [t('projects.column.annotations'), project.total_annotations_number],
    [t('projects.column.skipped'), project.skipped_annotations_number],
    [t('projects.column.predictions'), project.total_predictions_number],
  ] as const;
  return (
    <li className={classes.card} style={{ '--project-color': colorOf(project) }}>
      <div className={classes.cardHead}>
        <div className={classes.titleLine}>
          <ProjectLink project={project} />
          {project.pinned_at !== null && (
            <IconPinFilled size={14} className={classes.pin} role="img" aria-label={t('projects.pinned')} />
          )}
          {project.is_draft && (
            <Badge size="sm" variant="light" color="gray" title={t('projects.draft.hint')}>
              {t('projects.draft')}
            </Badge>
          )}
        </div>
        <div className={classes.menu}>
          <ProjectMenu project={project} />
        </div>
      </div>
      <ProjectProgress project={project} />
      <dl className={classes.counts}>
        {counts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="gs-number">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.description}>{project.description}</div>
      <div className={classes.created}>
        {project.created_by && <UserAvatar user={project.created_by} size={20} />}
        <RelativeTime value={project.created_at} />
      </div>
    </li>
  );
}
