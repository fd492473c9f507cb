import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '../../shared/ErrorState';
import { projectListQuery } from '../../shared/queries';

export function RecentProjects() {
  const { data, error, refetch } = useQuery(projectListQuery({ page: 1, pageSize: 10 }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <List>
      {data?.results.map((project) => (
        <List.Item key={project.id}>
          <Link to="/projects/$projectId/data" params={{ projectId: project.id }}>
            {project.title}
          </Link>
        </List.Item>
      ))}
    </List>
  );
}
