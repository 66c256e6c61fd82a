import type { JsonPath, LastPage } from '@flowright/runtime/mock';
import { fieldOf } from '../../shape/member.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { valueAt } from './value-at.ts';

/**
 * How the last page leaves its cursor (or next URL) out and still fits the model of the answer: what must be there and may
 * be null is null, a text that must be there is empty, and an object that must be there stays, with nothing in it.
 * Undefined where it may simply be left out, with the objects that only held it.
 */
export function lastPage(
  response: Type | undefined,
  at: JsonPath,
  example: unknown,
  shapes: ShapeTable,
): LastPage | undefined {
  const types = response === undefined ? undefined : typesAlong(response, at, shapes);
  if (types === undefined) return undefined;
  const depth = types.findLastIndex(({ optional, nullable }) => optional || nullable);
  if (depth === -1) return types.at(-1)?.shape.kind === 'string' ? { at, value: '' } : undefined;
  if (types[depth]?.optional !== true) return { at: at.slice(0, depth + 1), value: null };
  for (let holder = depth; holder > 0 && holdsOnly(valueAt(example, at.slice(0, holder)), at[holder]); holder -= 1) {
    if (types[holder - 1]?.optional !== true) return { at: at.slice(0, holder), value: {} };
  }
  return depth === at.length - 1 ? undefined : { at: at.slice(0, depth + 1) };
}

/** The type of each field on the way, as it is where the object that holds it is there. */
export function typesAlong(response: Type, at: JsonPath, shapes: ShapeTable): readonly Type[] | undefined {
  const types: Type[] = [];
  let type = response;
  for (const key of at) {
    const member = fieldOf(present(type), String(key), shapes);
    if (typeof key === 'number' || !('found' in member)) return undefined;
    types.push(member.found);
    type = member.found;
  }
  return types;
}

function holdsOnly(holder: unknown, key: string | number | undefined): boolean {
  return Object.keys(Object(holder)).every((name) => name === key);
}
