import type { Project } from '@goldset/api';

/** Whether regions of a project's videos have key frames. */
export function hasKeyFrames({ label_config }: Pick<Project, 'label_config'>): boolean {
  return /<VideoRectangle\b/i.test(label_config ?? '');
}
