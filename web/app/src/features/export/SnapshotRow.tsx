import type { ExportFormat, Project, Snapshot } from '@goldset/api';
import { ActionIcon, Badge, Button, Loader, Menu, Progress, Text } from '@mantine/core';
import { IconAlertCircle, IconDownload, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { t } from '../../messages';
import { RelativeTime } from '../../shared/RelativeTime';
import { UserAvatar } from '../../shared/UserAvatar';
import { userName } from '../../shared/userName';
import { fileSize } from '../import/fileSize';
import classes from './export.module.css';
import { isOpen, snapshotSizeQuery, snapshotUrl, statusOf } from './snapshots';

interface SnapshotRowProps {
  project: Project;
  snapshot: Snapshot;
  formats: readonly ExportFormat[];
  onConvert: (format: string) => void;
  onDelete: () => void;
}

/** One snapshot: what it holds, how far it is, its files. */
export function SnapshotRow({ project, snapshot, formats, onConvert, onDelete }: SnapshotRowProps) {
  const { title, status } = snapshot;
  const isComplete = status === 'completed';
  return (
    <li className={classes.snapshot} aria-label={title}>
      <div className={classes.snapshotHead}>
        <span className={`${classes.snapshotTitle} gs-truncate`} title={title}>
          {title}
        </span>
        <StatusBadge status={status} />
        <span className={classes.actions}>
          {isComplete && (
            <>
              <ConvertMenu snapshot={snapshot} formats={formats} onConvert={onConvert} />
              <Button
                component="a"
                size="xs"
                variant="default"
                href={snapshotUrl(project.id, snapshot.id)}
                download=""
                aria-label={t('snapshots.download', { title })}
                leftSection={<IconDownload size={14} />}
              >
                {t('snapshots.download.json')}
              </Button>
            </>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('snapshots.delete', { title })}
            title={t('snapshots.delete.confirm')}
            onClick={onDelete}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </span>
      </div>
      <div className={classes.facts}>
        {snapshot.created_by && (
          <span className={classes.author}>
            <UserAvatar user={snapshot.created_by} size={18} />
            {userName(snapshot.created_by)}
          </span>
        )}
        <RelativeTime value={snapshot.created_at} />
        {isComplete && (
          <>
            <span className="gs-number">
              {t('snapshots.tasks', { count: snapshot.counters.task_number ?? 0 })}
            </span>
            <Size projectId={project.id} id={snapshot.id} />
          </>
        )}
      </div>
      {isOpen(status) && <SnapshotProgress project={project} snapshot={snapshot} />}
      {status === 'failed' && (
        <Text size="sm" c="bad" role="alert">
          {t('snapshots.failed')}
        </Text>
      )}
      <Conversions project={project} snapshot={snapshot} formats={formats} />
    </li>
  );
}

function StatusBadge({ status }: { status: string }) {
  const known = statusOf(status);
  const color = known === 'completed' ? 'good' : known === 'failed' ? 'bad' : 'accent';
  return (
    <Badge variant="light" color={color} size="sm" tt="none" className={classes.badge}>
      {t(`snapshots.status.${known}`)}
    </Badge>
  );
}

/** How many tasks are written; filters may leave fewer than the project has. */
function SnapshotProgress({ project, snapshot }: { project: Project; snapshot: Snapshot }) {
  const done = snapshot.counters.task_number ?? 0;
  const share = Math.min(100, (done / Math.max(1, project.task_number ?? 0)) * 100);
  return (
    <div className={classes.progress}>
      <Progress value={share} aria-label={t('snapshots.progress', { title: snapshot.title })} />
      <Text size="sm" c="dimmed" className="gs-number">
        {t('snapshots.progress.text', { count: done })}
      </Text>
    </div>
  );
}

function Size({ projectId, id }: { projectId: number; id: number }) {
  const { data: size } = useQuery(snapshotSizeQuery(projectId, id));
  return (
    <span className={`${classes.size} gs-number`}>{typeof size === 'number' ? fileSize(size) : ''}</span>
  );
}

interface ConvertMenuProps {
  snapshot: Snapshot;
  formats: readonly ExportFormat[];
  onConvert: (format: string) => void;
}

/** Formats a snapshot can still be converted to. */
function ConvertMenu({ snapshot, formats, onConvert }: ConvertMenuProps) {
  const there = new Set(
    snapshot.converted_formats
      .filter(({ status }) => status !== 'failed')
      .map(({ export_type }) => export_type),
  );
  const offered = formats.filter(({ name, disabled }) => name !== 'JSON' && !disabled && !there.has(name));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={offered.length === 0}
          aria-label={t('snapshots.convert.of', { title: snapshot.title })}
          leftSection={<IconFileExport size={14} />}
        >
          {t('snapshots.convert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {offered.map(({ name, title }) => (
          <Menu.Item
            key={name}
            onClick={() => {
              onConvert(name);
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a snapshot was converted to, as files to download. */
function Conversions({
  project,
  snapshot,
  formats,
}: Pick<SnapshotRowProps, 'project' | 'snapshot' | 'formats'>) {
  if (snapshot.converted_formats.length === 0) return null;
  return (
    <ul className={classes.conversions} aria-live="polite">
      {snapshot.converted_formats.map(({ id, export_type, status, traceback }) => {
        const format = formats.find(({ name }) => name === export_type)?.title ?? export_type;
        return (
          <li key={id}>
            {status === 'completed' ? (
              <Button
                component="a"
                size="compact-sm"
                variant="light"
                href={snapshotUrl(project.id, snapshot.id, export_type)}
                download=""
                aria-label={t('snapshots.download.format', { title: snapshot.title, format })}
                leftSection={<IconDownload size={14} />}
              >
                {format}
              </Button>
            ) : isOpen(status) ? (
              <span className={classes.conversion}>
                <Loader size={14} aria-hidden />
                {t('snapshots.converting', { format })}
              </span>
            ) : (
              <span className={classes.conversion} data-failed title={traceback ?? undefined}>
                <IconAlertCircle size={14} aria-hidden />
                {t('snapshots.convertFailed', { format })}
                {traceback !== null && `: ${lastLine(traceback)}`}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Of a report of several lines the last says what went wrong. */
function lastLine(traceback: string): string {
  return traceback.trim().split('\n').at(-1) ?? '';
}
