import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { t } from '../messages';
import { useProject } from '../shared/useProject';

/** Everything inside one project; its data is there before any screen below shows. */
export function ProjectScreen() {
  const { title } = useProject();
  useEffect(() => {
    document.title = t('shell.pageTitle', { page: title || t('projects.untitled') });
  }, [title]);
  return <Outlet />;
}
