import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report, responseParser } from '@flowright/runtime/validate';

export interface CreateMetafieldResponse {
  metafield: {
    id: number;
    key: string;
    namespace: string;
    value: string;
  };
}

export function checkCreateMetafieldResponse(
  value: unknown,
  at: Place,
  issues: Issue[],
): value is CreateMetafieldResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const metafield = value.metafield;
  if (metafield === undefined) {
    report(issues, inside(at, 'metafield'), 'is missing');
  } else {
    checkCreateMetafieldResponseMetafield(metafield, inside(at, 'metafield'), issues);
  }
  return issues.length === before;
}

function checkCreateMetafieldResponseMetafield(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const key = value.key;
  if (key === undefined) {
    report(issues, inside(at, 'key'), 'is missing');
  } else if (typeof key !== 'string') report(issues, inside(at, 'key'), 'must be a string');
  const namespace = value.namespace;
  if (namespace === undefined) {
    report(issues, inside(at, 'namespace'), 'is missing');
  } else if (typeof namespace !== 'string') report(issues, inside(at, 'namespace'), 'must be a string');
  const value2 = value.value;
  if (value2 === undefined) {
    report(issues, inside(at, 'value'), 'is missing');
  } else if (typeof value2 !== 'string') report(issues, inside(at, 'value'), 'must be a string');
  return issues.length === before;
}

export const parseCreateMetafieldResponse = responseParser('CreateMetafieldResponse', checkCreateMetafieldResponse);
