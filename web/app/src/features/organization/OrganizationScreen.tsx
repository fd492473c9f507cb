import { api } from '@goldset/api';
import { Badge, Button, Skeleton, Table, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { t } from '../../messages';
import { ErrorState } from '../../shared/ErrorState';
import { formatNumber } from '../../shared/formatNumber';
import { Pagination } from '../../shared/Pagination';
import { currentUserQuery, organizationQuery } from '../../shared/queries';
import { RelativeTime } from '../../shared/RelativeTime';
import { UserAvatar } from '../../shared/UserAvatar';
import { userName } from '../../shared/userName';
import { InviteDialog } from './InviteDialog';
import { MemberDetails } from './MemberDetails';
import classes from './organization.module.css';
import { TokenSettingsDialog } from './TokenSettingsDialog';

const route = getRouteApi('/organization');

/** Everybody in the organization; who is clicked opens beside the list. */
export function OrganizationScreen() {
  const { data: user } = useSuspenseQuery(currentUserQuery);
  const organizationId = user.active_organization ?? 0;
  const { page = 1, member: openId } = route.useSearch();
  const navigate = route.useNavigate();
  const [pageSize, setPageSize] = useLocalStorage({
    key: 'pages:members',
    defaultValue: 30,
    getInitialValueInEffect: false,
  });
  const { data: organization } = useQuery(organizationQuery(organizationId));
  const members = useQuery({
    queryKey: ['members', organizationId, page, pageSize],
    queryFn: ({ signal }) =>
      api.get('/api/organizations/{id}/memberships', {
        path: { id: organizationId },
        signal,
        query: { contributed_to_projects: true, page, page_size: pageSize },
      }),
    placeholderData: keepPreviousData,
  });
  const [dialog, setDialog] = useState<'invite' | 'tokens'>();
  const open = members.data?.results.find((member) => member.user.id === openId);

  return (
    <div className={classes.screen} data-open={open !== undefined || undefined}>
      <div className={classes.main}>
        <div className={classes.toolbar}>
          <div>
            <Title order={1}>{t('organization.title')}</Title>
            <Text c="dimmed">
              {[organization?.title, members.data && t('organization.count', { count: members.data.count })]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </Text>
          </div>
          <Button
            variant="default"
            leftSection={<IconKey size={16} />}
            onClick={() => {
              setDialog('tokens');
            }}
          >
            {t('organization.tokens')}
          </Button>
          <Button
            leftSection={<IconUserPlus size={16} />}
            onClick={() => {
              setDialog('invite');
            }}
          >
            {t('organization.invite')}
          </Button>
        </div>
        {members.error ? (
          <ErrorState error={members.error} onRetry={() => void members.refetch()} />
        ) : (
          <div className={classes.panel}>
            <Table highlightOnHover className={classes.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('organization.column.name')}</Table.Th>
                  <Table.Th>{t('organization.column.email')}</Table.Th>
                  <Table.Th ta="right">{t('organization.column.projects')}</Table.Th>
                  <Table.Th w={160}>{t('organization.column.activity')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {members.data === undefined
                  ? Array.from({ length: 5 }, (_, row) => (
                      <Table.Tr key={row} className="gs-late">
                        {Array.from({ length: 4 }, (__, cell) => (
                          <Table.Td key={cell}>
                            <Skeleton height={12} my={4} />
                          </Table.Td>
                        ))}
                      </Table.Tr>
                    ))
                  : members.data.results.map(({ user: person }) => (
                      <Table.Tr
                        key={person.id}
                        className={classes.row}
                        data-open={person.id === openId || undefined}
                      >
                        <Table.Td>
                          <div className={classes.name}>
                            <UserAvatar user={person} size={24} />
                            <button
                              type="button"
                              aria-expanded={person.id === openId}
                              aria-label={t('organization.open', { name: userName(person) })}
                              onClick={() =>
                                void navigate({
                                  search: (search) => ({
                                    ...search,
                                    member: person.id === openId ? undefined : person.id,
                                  }),
                                  replace: true,
                                })
                              }
                            >
                              {userName(person)}
                            </button>
                            {person.id === user.id && (
                              <Badge size="sm" variant="light" color="gray">
                                {t('organization.you')}
                              </Badge>
                            )}
                            {person.id === organization?.created_by && (
                              <Badge size="sm" variant="light">
                                {t('organization.owner')}
                              </Badge>
                            )}
                          </div>
                        </Table.Td>
                        <Table.Td>{person.email}</Table.Td>
                        <Table.Td ta="right" className="gs-number">
                          {formatNumber(
                            new Set(
                              [
                                ...(person.created_projects ?? []),
                                ...(person.contributed_to_projects ?? []),
                              ].map(({ id }) => id),
                            ).size,
                          )}
                        </Table.Td>
                        <Table.Td c="dimmed">
                          <RelativeTime value={person.last_activity} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {members.data && (
          <Pagination
            page={page}
            pageSize={pageSize}
            total={members.data.count}
            onPage={(next) => void navigate({ search: { page: next } })}
            onPageSize={(size) => {
              setPageSize(size);
              void navigate({ search: {}, replace: true });
            }}
          />
        )}
      </div>
      {open && (
        <MemberDetails
          member={open}
          removable={organization?.created_by === user.id && open.user.id !== user.id}
          onClose={() =>
            void navigate({ search: (search) => ({ ...search, member: undefined }), replace: true })
          }
        />
      )}
      {dialog === 'invite' && (
        <InviteDialog
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
      {dialog === 'tokens' && (
        <TokenSettingsDialog
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
    </div>
  );
}
