import { Badge, Skeleton, Table, VisuallyHidden } from '@mantine/core';
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

interface ProjectTableProps {
  /** Undefined while loading. */
  projects: ListedProject[] | undefined;
}

/** The projects as a dense list; a click anywhere on a row opens it. */
export function ProjectTable({ projects }: ProjectTableProps) {
  return (
    <div className={classes.panel}>
      <Table className={classes.table} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('projects.column.name')}</Table.Th>
            <Table.Th w={180}>{t('projects.column.progress')}</Table.Th>
            <Table.Th className={classes.number}>{t('projects.column.tasks')}</Table.Th>
            <Table.Th className={classes.number}>{t('projects.column.annotations')}</Table.Th>
            <Table.Th className={classes.number}>{t('projects.column.skipped')}</Table.Th>
            <Table.Th className={classes.number}>{t('projects.column.predictions')}</Table.Th>
            <Table.Th w={160}>{t('projects.column.created')}</Table.Th>
            <Table.Th w={44}>
              <VisuallyHidden>{t('projects.column.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {projects === undefined
            ? Array.from({ length: 8 }, (_, row) => <SkeletonRow key={row} />)
            : projects.map((project) => <ProjectRow key={project.id} project={project} />)}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ProjectRow({ project }: { project: ListedProject }) {
  return (
    <Table.Tr className={classes.row}>
      <Table.Td className={classes.name} style={{ '--project-color': colorOf(project) }}>
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
        {project.description && <div className={classes.description}>{project.description}</div>}
      </Table.Td>
      <Table.Td>
        <ProjectProgress project={project} />
      </Table.Td>
      <Table.Td className={classes.number}>{formatNumber(project.task_number)}</Table.Td>
      <Table.Td className={classes.number}>{formatNumber(project.total_annotations_number)}</Table.Td>
      <Table.Td className={classes.number}>{formatNumber(project.skipped_annotations_number)}</Table.Td>
      <Table.Td className={classes.number}>{formatNumber(project.total_predictions_number)}</Table.Td>
      <Table.Td>
        <div className={classes.created}>
          {project.created_by && <UserAvatar user={project.created_by} size={20} />}
          <RelativeTime value={project.created_at} />
        </div>
      </Table.Td>
      <Table.Td className={classes.menu}>
        <ProjectMenu project={project} />
      </Table.Td>
    </Table.Tr>
  );
}

function SkeletonRow() {
  return (
    <Table.Tr className="gs-late">
      {Array.from({ length: 8 }, (_, cell) => (
        <Table.Td key={cell}>
          <Skeleton height={12} my={4} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
