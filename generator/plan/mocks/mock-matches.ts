import type { MockMatch, RequestPlace } from '@flowright/runtime/mock';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import type { Mock } from '../../spec/types.ts';

const OPERATORS = ['eq', 'gt', 'gte', 'lt', 'lte', 'in', 'contains'] as const;

/** Which items an endpoint means: as the spec says, or the one whose id is the path's last parameter. */
export function mockMatches(match: Mock['match'], kind: string, operation: CheckedOperation): readonly MockMatch[] {
  if (match === undefined) {
    const parameter = operation.parameters.findLast((one) => one.in === 'path');
    const single = kind === 'read' || kind === 'update' || kind === 'replace' || kind === 'delete';
    return single && parameter !== undefined
      ? [{ field: ['id'], op: 'eq', value: { in: 'path', path: [parameter.name] } }]
      : [];
  }
  return Object.entries(match).flatMap(([field, test]) => {
    const path = plainPath(parsePath(field)) ?? [field];
    if (typeof test === 'string') return [{ field: path, op: 'eq' as const, value: requestPlace(test) }];
    return OPERATORS.flatMap((op) => {
      const value = test[op];
      return value === undefined ? [] : [{ field: path, op, value: requestPlace(value) }];
    });
  });
}

/** `query.created[gte]` → the parameter of that whole name; `body.a.b[0]` → a path into the body. */
export function requestPlace(text: string): RequestPlace {
  const [where = '', ...rest] = text.split('.');
  const name = rest.join('.');
  if (where === 'body') return { in: 'body', path: plainPath(parsePath(name)) ?? [name] };
  if (where === 'path' || where === 'header')
    return { in: where, path: [where === 'header' ? name.toLowerCase() : name] };
  return { in: 'query', path: [where === 'query' ? name : text] };
}
