import type { JsonPath, MockBehaviour, MockEndpoint, MockPagination } from '@flowright/runtime/mock';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { collectionOf } from '../../check/endpoints/collection-of.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import type { Mock } from '../../spec/types.ts';
import { basePathOf } from './base-path.ts';
import { mockMatches } from './mock-matches.ts';
import { mockPagination } from './mock-pagination.ts';
import { valueAt } from './value-at.ts';

/** An endpoint's mock, the collection that it works on, and what the collection holds unless the spec says so. */
export interface PlannedMock {
  readonly endpoint: MockEndpoint;
  readonly collection?: string;
  readonly seed: readonly unknown[];
}

/**
 * How the mock system answers one operation: as method, path and pagination suggest, or as the spec says. `first`: the
 * operation whose further pages this one answers.
 */
export function mockEndpoint(
  given: CheckedOperation,
  example: unknown,
  shapes: ShapeTable,
  first?: CheckedOperation,
): PlannedMock {
  const operation = withPages(given, first);
  const mock = operation.endpoint.mock ?? first?.endpoint.mock ?? {};
  const kind = mock.does ?? defaultBehaviour(operation, example);
  const collection =
    first === undefined ? collectionOf(operation.id, operation.endpoint) : collectionOf(first.id, first.endpoint);
  const item = pathOf(mock.item) ?? [];
  const paginate = kind === 'list' ? mockPagination(operation, example, shapes) : undefined;
  const does = behaviour(kind, collection, item, operation, example, mock, paginate);
  const seed = kind === 'list' && operation.method === 'GET' ? itemsIn(example, itemsPath(operation, example)) : [];
  const endpoint: MockEndpoint = {
    id: operation.id,
    method: operation.method,
    ...(operation.baseUrl !== undefined && { basePath: basePathOf(operation.baseUrl) }),
    path: operation.endpoint.path,
    ...(operation.document !== undefined && { document: operation.document }),
    ...(operation.responseBody !== undefined && { answers: operation.responseBody }),
    status: statusOf(kind, operation),
    ...(operation.idempotencyHeader !== undefined && { idempotencyHeader: operation.idempotencyHeader }),
    does,
  };
  return kind === 'respond' ? { endpoint, seed: [] } : { endpoint, collection, seed };
}

/** Further pages are cut like the first. */
function withPages(operation: CheckedOperation, first: CheckedOperation | undefined): CheckedOperation {
  return first?.pagination === undefined ? operation : { ...operation, pagination: first.pagination };
}

type Kind = NonNullable<Mock['does']>;

function behaviour(
  kind: Kind,
  collection: string,
  item: JsonPath,
  operation: CheckedOperation,
  example: unknown,
  mock: Mock,
  paginate: MockPagination | undefined,
): MockBehaviour {
  const match = mockMatches(mock.match, kind, operation);
  switch (kind) {
    case 'respond':
      return { kind, ...(example !== undefined && { body: example }) };
    case 'list':
      return {
        kind,
        collection,
        envelope: example ?? [],
        items: itemsPath(operation, example),
        ...(mock.total !== undefined && { total: pathOf(mock.total) ?? [] }),
        order: mock.order ?? 'stored',
        match,
        ...(paginate !== undefined && { paginate }),
      };
    case 'create':
    case 'upsert': {
      const stored = valueAt(example, item);
      const field = pathOf(mock.id?.field) ?? ['id'];
      const type = mock.id?.type ?? (typeof valueAt(stored, field) === 'number' ? 'integer' : 'string');
      return {
        kind,
        collection,
        id: { field, type, prefix: mock.id?.prefix ?? '' },
        example: stored ?? {},
        item,
        envelope: example ?? {},
        ...(answersItem(example, item) && { at: item }),
      };
    }
    default:
      return {
        kind,
        collection,
        match,
        ...(item.length > 0 && { item }),
        envelope: example ?? {},
        ...(answersItem(example, item) && { at: item }),
      };
  }
}

/** Whether the answer holds the item: some only confirm. */
function answersItem(example: unknown, item: JsonPath): boolean {
  return typeof valueAt(example, item) === 'object';
}

function defaultBehaviour(operation: CheckedOperation, example: unknown): Kind {
  if (operation.pagination !== undefined) return 'list';
  const byId = operation.path.length > 0 && typeof operation.path.at(-1) === 'object';
  switch (operation.method) {
    case 'GET':
      return byId ? 'read' : Array.isArray(example) || listField(example) !== undefined ? 'list' : 'respond';
    case 'POST':
      return operation.retrySafe && listField(example) !== undefined ? 'list' : 'create';
    case 'PUT':
    case 'PATCH':
      return 'update';
    case 'DELETE':
      return 'delete';
    default:
      return 'respond';
  }
}

function itemsPath(operation: CheckedOperation, example: unknown): JsonPath {
  if (operation.pagination !== undefined) return operation.pagination.items;
  const field = listField(example);
  return field === undefined ? [] : [field];
}

/** The first field of an answer that holds a list. */
function listField(example: unknown): string | undefined {
  return isSchemaObject(example) ? Object.entries(example).find(([, value]) => Array.isArray(value))?.[0] : undefined;
}

function itemsIn(example: unknown, at: JsonPath): readonly unknown[] {
  const items = valueAt(example, at);
  return Array.isArray(items) ? items : [];
}

function statusOf(kind: Kind, operation: CheckedOperation): number {
  if (kind === 'create') return 201;
  return kind === 'delete' && operation.response === undefined ? 204 : 200;
}

export function pathOf(text: string | undefined): JsonPath | undefined {
  return text === undefined ? undefined : plainPath(parsePath(text));
}
