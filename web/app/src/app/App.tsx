import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { colorSchemeManager, cssVariables, theme } from '../theme/theme';
import { SignInProvider } from './auth/SignInProvider';
import { ErrorDialog } from './errors/ErrorDialog';
import type { createAppRouter } from './router';

interface AppProps {
  queryClient: QueryClient;
  router: ReturnType<typeof createAppRouter>;
}

export function App({ queryClient, router }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <SignInProvider>
          <RouterProvider router={router} />
          <ErrorDialog />
          <Notifications position="bottom-right" transitionDuration={0} />
        </SignInProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
