import { account } from './en/account';
import { accountHotkeys } from './en/accountHotkeys';
import { common } from './en/common';
import { createProject } from './en/createProject';
import { dataManager } from './en/dataManager';
import { exporting } from './en/exporting';
import { home } from './en/home';
import { importing } from './en/importing';
import { jobs } from './en/jobs';
import { labeling } from './en/labeling';
import { labelingSetup } from './en/labelingSetup';
import { organization } from './en/organization';
import { projects } from './en/projects';
import { projectSettings } from './en/projectSettings';
import { shell } from './en/shell';
import { tags } from './en/tags';

/** Every text a person sees, in English; keys are `<area>.<what>`. */
export const en = {
  ...account,
  ...accountHotkeys,
  ...common,
  ...createProject,
  ...dataManager,
  ...exporting,
  ...home,
  ...importing,
  ...jobs,
  ...labeling,
  ...labelingSetup,
  ...organization,
  ...projects,
  ...projectSettings,
  ...shell,
  ...tags,
} as const;
