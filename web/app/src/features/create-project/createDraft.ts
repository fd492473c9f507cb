import { api, type Project } from '@goldset/api';
import { t } from '../../messages';

/** Creates the project the wizard works on, under the first free `New Project #N`. */
export async function createDraft(): Promise<Project> {
  const { results } = await api.get('/api/projects/', {
    query: { title: t('create.draftTitle', { number: '' }), include: ['id', 'title'], page_size: 100 },
  });
  return api.post('/api/projects/', {
    body: { title: freeTitle(results.map(({ title }) => title)), is_draft: true },
  });
}

/** The first `New Project #N` that is not taken. */
export function freeTitle(taken: readonly (string | null)[]): string {
  for (let number = 1; ; number++) {
    const title = t('create.draftTitle', { number: String(number) });
    if (!taken.includes(title)) return title;
  }
}
