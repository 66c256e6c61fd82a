import type { JsonPath } from '@flowright/runtime/mock';
import { isDeepStrictEqual } from 'node:util';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { typesAlong } from './last-page.ts';
import { valueAt } from './value-at.ts';

/**
 * An example without what the endpoint's `errors` take for a failure: an answer with `ok` and `error?` that is made from
 * its model has no error. What must be there stays.
 */
export function withoutFailures(example: unknown, operation: CheckedOperation, shapes: ShapeTable): unknown {
  return (operation.endpoint.errors ?? []).reduce((kept, { body, equals, code }) => {
    const path = body === undefined || code === 'success' ? undefined : plainPath(parsePath(body));
    if (path === undefined) return kept;
    const found = valueAt(kept, path);
    if (found === undefined || (equals !== undefined && !isDeepStrictEqual(found, equals))) return kept;
    const types = operation.response === undefined ? undefined : typesAlong(operation.response, path, shapes);
    const depth = types?.findLastIndex(({ optional, nullable }) => optional || nullable) ?? -1;
    if (depth < 0) return kept;
    return changed(kept, path.slice(0, depth + 1), types?.[depth]?.optional !== true);
  }, example);
}

/** A copy with null at the path, or with nothing there. */
function changed(value: unknown, [key, ...rest]: JsonPath, toNull: boolean): unknown {
  if (!isSchemaObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      if (name !== key) return [[name, member]];
      if (rest.length > 0) return [[name, changed(member, rest, toNull)]];
      return toNull ? [[name, null]] : [];
    }),
  );
}
