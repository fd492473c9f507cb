import { t } from '../../messages';

/** Why a project cannot be called that; null when it can. */
export function titleProblem(title: string): string | null {
  const length = [...title.trim()].length;
  return length >= 3 && length <= 50 ? null : t('settings.title.length');
}
