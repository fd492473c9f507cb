import { Stack } from '@mantine/core';
import { RecentProjects } from '../home/RecentProjects';

export function ProjectsScreen() {
  return (
    <Stack p="xl">
      <RecentProjects />
    </Stack>
  );
}
