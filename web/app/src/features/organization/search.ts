import { positiveInteger } from '../../shared/searchParams';

/** What the address of the people screen says: the page, and whose details are open. */
export interface OrganizationSearch {
  page?: number;
  member?: number;
}

export function validateOrganizationSearch(raw: Record<string, unknown>): OrganizationSearch {
  const page = positiveInteger(raw.page);
  const member = positiveInteger(raw.member);
  return { ...(page !== undefined && { page }), ...(member !== undefined && { member }) };
}
