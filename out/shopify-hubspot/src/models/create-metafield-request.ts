import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface CreateMetafieldRequest {
  metafield: {
    key: string;
    namespace: string;
    type: string;
    value: string;
  };
}

export function checkCreateMetafieldRequest(
  value: unknown,
  at: Place,
  issues: Issue[],
): value is CreateMetafieldRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const metafield = value.metafield;
  if (metafield === undefined) {
    report(issues, inside(at, 'metafield'), 'is missing');
  } else {
    checkCreateMetafieldRequestMetafield(metafield, inside(at, 'metafield'), issues);
  }
  return issues.length === before;
}

function checkCreateMetafieldRequestMetafield(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const key = value.key;
  if (key === undefined) {
    report(issues, inside(at, 'key'), 'is missing');
  } else if (typeof key !== 'string') report(issues, inside(at, 'key'), 'must be a string');
  const namespace = value.namespace;
  if (namespace === undefined) {
    report(issues, inside(at, 'namespace'), 'is missing');
  } else if (typeof namespace !== 'string') report(issues, inside(at, 'namespace'), 'must be a string');
  const type = value.type;
  if (type === undefined) {
    report(issues, inside(at, 'type'), 'is missing');
  } else if (typeof type !== 'string') report(issues, inside(at, 'type'), 'must be a string');
  const value2 = value.value;
  if (value2 === undefined) {
    report(issues, inside(at, 'value'), 'is missing');
  } else if (typeof value2 !== 'string') report(issues, inside(at, 'value'), 'must be a string');
  return issues.length === before;
}
