import { Stack } from '@mantine/core';
import { RecentProjects } from './RecentProjects';

/** Where a day begins: the projects worked on last. */
export function HomeScreen() {
  return (
    <Stack p="xl" maw={1200} mx="auto">
      <RecentProjects />
    </Stack>
  );
}
