import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { createDraft } from '../features/create-project/createDraft';
import { validateCreateSearch } from '../features/create-project/search';
import { validateDataSearch } from '../features/data-manager/search';
import { validateOrganizationSearch } from '../features/organization/search';
import { validateProjectsSearch } from '../features/projects/search';
import { t } from '../messages';
import { currentUserQuery, projectQuery } from '../shared/queries';
import { NotFound } from '../shared/ErrorState';
import { RouteError } from './errors/RouteError';
import { ProjectScreen } from './ProjectScreen';
import { Frame } from './shell/Frame';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Name of the part of the application, for the breadcrumb and the window's title. */
    area?: () => string;
  }
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Frame,
  loader: ({ context }) => context.queryClient.ensureQueryData(currentUserQuery),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { area: () => t('shell.home') },
  component: lazyRouteComponent(() => import('../features/home/HomeScreen'), 'HomeScreen'),
});

const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  staticData: { area: () => t('shell.projects') },
  validateSearch: validateProjectsSearch,
  component: lazyRouteComponent(() => import('../features/projects/ProjectsScreen'), 'ProjectsScreen'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId',
  params: {
    parse: ({ projectId }) => ({ projectId: Number(projectId) }),
    stringify: ({ projectId }) => ({ projectId: String(projectId) }),
  },
  loader: ({ context, params }) => context.queryClient.ensureQueryData(projectQuery(params.projectId)),
  component: ProjectScreen,
});

const projectIndex = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => {
    redirect({ to: '/projects/$projectId/data', params, replace: true, throw: true });
  },
});

const data = createRoute({
  getParentRoute: () => project,
  path: '/data',
  validateSearch: validateDataSearch,
  component: lazyRouteComponent(() => import('../features/data-manager/DataScreen'), 'DataScreen'),
});

const importData = createRoute({
  getParentRoute: () => data,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/ImportDialog'), 'ImportDialog'),
});

const exportData = createRoute({
  getParentRoute: () => data,
  path: '/export',
  component: lazyRouteComponent(() => import('../features/export/ExportDialog'), 'ExportDialog'),
});

const createProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/create',
  staticData: { area: () => t('create.title') },
  validateSearch: validateCreateSearch,
  beforeLoad: async ({ context, search }) => {
    if (search.project !== undefined) return;
    const draft = await createDraft();
    context.queryClient.setQueryData(projectQuery(draft.id).queryKey, draft);
    redirect({
      to: '/projects/create',
      search: { ...search, project: draft.id },
      replace: true,
      throw: true,
    });
  },
  loaderDeps: ({ search }) => ({ project: search.project ?? 0 }),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(projectQuery(deps.project)),
  component: lazyRouteComponent(
    () => import('../features/create-project/CreateProjectScreen'),
    'CreateProjectScreen',
  ),
});

const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('../features/project-settings/SettingsLayout'),
    'SettingsLayout',
  ),
});

const settingsGeneral = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../features/project-settings/GeneralPage'), 'GeneralPage'),
});

const settingsLabeling = createRoute({
  getParentRoute: () => settings,
  path: '/labeling',
  component: lazyRouteComponent(() => import('../features/project-settings/LabelingPage'), 'LabelingPage'),
});

const settingsAnnotation = createRoute({
  getParentRoute: () => settings,
  path: '/annotation',
  component: lazyRouteComponent(
    () => import('../features/project-settings/AnnotationPage'),
    'AnnotationPage',
  ),
});

const settingsDangerZone = createRoute({
  getParentRoute: () => settings,
  path: '/danger-zone',
  component: lazyRouteComponent(
    () => import('../features/project-settings/DangerZonePage'),
    'DangerZonePage',
  ),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/organization',
  staticData: { area: () => t('shell.organization') },
  validateSearch: validateOrganizationSearch,
  component: lazyRouteComponent(
    () => import('../features/organization/OrganizationScreen'),
    'OrganizationScreen',
  ),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/user/account',
  staticData: { area: () => t('shell.account') },
  component: lazyRouteComponent(() => import('../features/account/AccountLayout'), 'AccountLayout'),
});

const accountIndex = createRoute({
  getParentRoute: () => account,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/user/account/personal-info', replace: true, throw: true });
  },
});

const personalInfo = createRoute({
  getParentRoute: () => account,
  path: '/personal-info',
  component: lazyRouteComponent(() => import('../features/account/PersonalInfoPage'), 'PersonalInfoPage'),
});

const hotkeys = createRoute({
  getParentRoute: () => account,
  path: '/hotkeys',
  component: lazyRouteComponent(() => import('../features/account/hotkeys/HotkeysPage'), 'HotkeysPage'),
});

const membership = createRoute({
  getParentRoute: () => account,
  path: '/membership-info',
  component: lazyRouteComponent(() => import('../features/account/MembershipPage'), 'MembershipPage'),
});

const accessToken = createRoute({
  getParentRoute: () => account,
  path: '/legacy-token',
  component: lazyRouteComponent(() => import('../features/account/AccessTokenPage'), 'AccessTokenPage'),
});

const personalToken = createRoute({
  getParentRoute: () => account,
  path: '/personal-access-token',
  component: lazyRouteComponent(() => import('../features/account/PersonalTokenPage'), 'PersonalTokenPage'),
});

const routeTree = root.addChildren([
  home,
  projects,
  createProject,
  project.addChildren([
    projectIndex,
    data.addChildren([importData, exportData]),
    settings.addChildren([settingsGeneral, settingsLabeling, settingsAnnotation, settingsDangerZone]),
  ]),
  organization,
  account.addChildren([accountIndex, personalInfo, hotkeys, membership, accessToken, personalToken]),
]);

/** @param history Where the address is kept; default: the browser's address bar. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history && { history }),
    context: { queryClient },
    trailingSlash: 'preserve',
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}
