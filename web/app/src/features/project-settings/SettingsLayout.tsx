import { IconAdjustments, IconAlertTriangle, IconPencil, IconTags } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { t } from '../../messages';
import { SettingsLayout as Layout } from '../../shared/SettingsLayout';

const route = getRouteApi('/projects/$projectId/settings');

export function SettingsLayout() {
  const params = route.useParams();
  return (
    <Layout label={t('settings.pages')}>
      <Link to="/projects/$projectId/settings" params={params} activeOptions={{ exact: true }}>
        <IconAdjustments size={16} aria-hidden />
        {t('settings.general')}
      </Link>
      <Link to="/projects/$projectId/settings/labeling" params={params}>
        <IconTags size={16} aria-hidden />
        {t('settings.labeling')}
      </Link>
      <Link to="/projects/$projectId/settings/annotation" params={params}>
        <IconPencil size={16} aria-hidden />
        {t('settings.annotation')}
      </Link>
      <Link to="/projects/$projectId/settings/danger-zone" params={params}>
        <IconAlertTriangle size={16} aria-hidden />
        {t('settings.dangerZone')}
      </Link>
    </Layout>
  );
}
