import { IconIdBadge2, IconKey, IconKeyboard, IconShieldLock, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { t } from '../../messages';
import { tokenSettingsQuery } from '../../shared/queries';
import { SettingsLayout } from '../../shared/SettingsLayout';

export function AccountLayout() {
  const { data: tokens } = useQuery(tokenSettingsQuery);
  return (
    <SettingsLayout label={t('account.pages')}>
      <Link to="/user/account/personal-info">
        <IconUser size={16} aria-hidden />
        {t('account.personalInfo')}
      </Link>
      <Link to="/user/account/hotkeys">
        <IconKeyboard size={16} aria-hidden />
        {t('account.hotkeys')}
      </Link>
      <Link to="/user/account/membership-info">
        <IconIdBadge2 size={16} aria-hidden />
        {t('account.membership')}
      </Link>
      {tokens?.legacy_api_tokens_enabled === true && (
        <Link to="/user/account/legacy-token">
          <IconKey size={16} aria-hidden />
          {t('account.token')}
        </Link>
      )}
      {tokens?.api_tokens_enabled === true && (
        <Link to="/user/account/personal-access-token">
          <IconShieldLock size={16} aria-hidden />
          {t('account.personalToken')}
        </Link>
      )}
    </SettingsLayout>
  );
}
