import { expect, test } from 'vitest';

import { findOperation, operationsOf } from './operations';

const operations = operationsOf({
  paths: {
    '/api/projects/': { get: { operationId: 'api_projects_list', tags: ['Projects'] } },
    '/api/projects/{id}/export': { get: { operationId: 'api_projects_export_read', tags: ['Export'] } },
    '/api/current-user/whoami': { get: { operationId: 'api_current-user_whoami_read', tags: ['Users'] } },
    '/api/nameless/': { get: {} },
  },
});

test('an operation is found by its id with its group', () => {
  expect(findOperation(operations, 'api_projects_list')).toEqual({
    id: 'api_projects_list',
    tag: 'Projects',
  });
  expect(findOperation(operations, 'api_projects')).toBeUndefined();
});

test('the ids of other versions of the API are understood', () => {
  expect(findOperation(operations, 'api_projects_export_retrieve')?.id).toBe('api_projects_export_read');
  expect(findOperation(operations, 'api_current_user_whoami_retrieve')?.id).toBe(
    'api_current-user_whoami_read',
  );
});
