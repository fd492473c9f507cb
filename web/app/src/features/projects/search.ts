import { positiveInteger, text } from '../../shared/searchParams';

/** What the address of the project list says: which page, and which part of the title is looked for. */
export interface ProjectsSearch {
  page?: number;
  title?: string;
}

export function validateProjectsSearch(raw: Record<string, unknown>): ProjectsSearch {
  const page = positiveInteger(raw.page);
  const title = text(raw.title);
  return { ...(page !== undefined && { page }), ...(title !== undefined && { title }) };
}
