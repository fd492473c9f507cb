/** What deep links need of an OpenAPI document. */
export interface ApiDescription {
  paths: Record<string, Record<string, { operationId?: string; tags?: string[] }>>;
}

/** An operation and the group it is shown in. */
export interface Operation {
  id: string;
  tag: string;
}

/** All operations that have an id. */
export function operationsOf(description: ApiDescription): Operation[] {
  return Object.values(description.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId, tags }) =>
      operationId ? [{ id: operationId, tag: tags?.[0] ?? 'default' }] : [],
    );
}

/**
 * The operation that a link `#operation/<id>` names. Links written for other versions of the API are followed too: they have
 * `_` for `-`, `_retrieve` for `_read` and `_destroy` for `_delete`.
 */
export function findOperation(operations: readonly Operation[], id: string): Operation | undefined {
  return (
    operations.find((operation) => operation.id === id) ??
    operations.find((operation) => plain(operation.id) === plain(id))
  );
}

function plain(id: string): string {
  return id
    .replaceAll('-', '_')
    .replace(/_retrieve$/, '_read')
    .replace(/_destroy$/, '_delete');
}
