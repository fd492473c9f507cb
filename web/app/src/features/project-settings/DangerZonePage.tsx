import { api } from '@goldset/api';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { SettingsHeading } from '../../shared/SettingsForm';
import settings from '../../shared/settings.module.css';
import { useProject } from '../../shared/useProject';
import classes from './DangerZonePage.module.css';
import { TypedConfirmation } from './TypedConfirmation';

interface Danger {
  title: string;
  text: string;
  /** To be typed before it happens. */
  word: string;
  run: () => Promise<void>;
}

/** What cannot be undone: each behind a word to type. */
export function DangerZonePage() {
  const project = useProject();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Danger>();

  const dangers: Danger[] = [
    {
      title: t('danger.resetCache'),
      text: t('danger.resetCache.text'),
      word: t('danger.word.cache'),
      run: async () => {
        await api.post('/api/projects/{id}/summary/reset/', { path: { id: project.id } });
        notifications.show({ message: t('danger.resetCache.done'), color: 'good' });
      },
    },
    {
      title: t('danger.dropTabs'),
      text: t('danger.dropTabs.text'),
      word: t('danger.word.tabs'),
      run: async () => {
        await api.del('/api/dm/views/reset/', { body: { project: project.id } });
        await queryClient.invalidateQueries({ queryKey: ['views'] });
        notifications.show({ message: t('danger.dropTabs.done'), color: 'good' });
      },
    },
    {
      title: t('danger.deleteProject'),
      text: t('danger.deleteProject.text'),
      word: t('danger.word.delete'),
      run: async () => {
        await api.del('/api/projects/{id}/', { path: { id: project.id } });
        await navigate({ to: '/projects', replace: true });
        queryClient.removeQueries({ queryKey: ['projects', 'one', project.id] });
        await queryClient.invalidateQueries({ queryKey: ['projects', 'list'] });
        notifications.show({
          message: t('danger.deleteProject.done', { title: project.title ?? '' }),
          color: 'good',
        });
      },
    },
  ];

  return (
    <div className={settings.page}>
      <SettingsHeading title={t('settings.dangerZone')} intro={t('danger.intro')} />
      <ul className={classes.list}>
        {dangers.map((danger) => (
          <li key={danger.word}>
            <div>
              <h2>{danger.title}</h2>
              <p>{danger.text}</p>
            </div>
            <Button
              variant="outline"
              color="bad"
              onClick={() => {
                setAsked(danger);
              }}
            >
              {danger.title}
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <TypedConfirmation
          title={asked.title}
          subject={t('danger.project', { title: project.title ?? '' })}
          text={asked.text}
          word={asked.word}
          onConfirm={asked.run}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </div>
  );
}
