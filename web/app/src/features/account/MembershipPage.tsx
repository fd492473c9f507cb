import { api } from '@goldset/api';
import { Skeleton } from '@mantine/core';
import { skipToken, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { formatNumber } from '../../shared/formatNumber';
import { currentUserQuery } from '../../shared/queries';
import { SettingsHeading } from '../../shared/SettingsForm';
import settings from '../../shared/settings.module.css';
import { dateOf } from '../../shared/time';
import classes from './account.module.css';

/** What the signed-in user is and has done in the organization. */
export function MembershipPage() {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const organization = user.active_organization;
  const { data, error, refetch } = useQuery({
    queryKey: ['membership', organization, user.id],
    queryFn:
      organization === null
        ? skipToken
        : ({ signal }) =>
            api.get('/api/organizations/{id}/memberships/{userId}/', {
              path: { id: organization, userId: user.id },
              signal,
            }),
  });
  const facts = [
    [t('account.membership.userId'), String(user.id)],
    [t('account.membership.registered'), data && dateOf(data.created_at)],
    [t('account.membership.annotations'), data && formatNumber(data.annotations_count)],
    [t('account.membership.projects'), data && formatNumber(data.contributed_projects_count)],
    [t('account.membership.organization'), user.active_organization_meta.title],
    [t('account.membership.organizationId'), String(organization ?? '–')],
    [t('account.membership.owner'), user.active_organization_meta.email],
  ] as const;
  return (
    <div className={settings.page}>
      <SettingsHeading title={t('account.membership')} intro={t('account.membership.intro')} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value ?? <Skeleton className="gs-late" height={12} width={96} my={4} />}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
