import { isRecord } from '../../data/is-record.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { keysOf, type SchemaError } from './explain-error.ts';

/**
 * Leaves out what only follows from another error: the key that is missing because it is misspelt, a second error about
 * the same value, and that a name is bad where it has been said why.
 */
export function oneForEachMistake(errors: readonly SchemaError[]): readonly SchemaError[] {
  const misspelt = new Set(errors.flatMap((one) => meantKey(one) ?? []));
  const seen = new Set<string>();
  return errors.filter((one) => {
    const { error, path } = one;
    const { keyword, propertyName } = error;
    if (keyword === 'propertyNames' || keyword === 'if') return false;
    if (keyword === 'additionalProperties') return true;
    if (keyword === 'required') return !misspelt.has(identity([...path, String(error.params.missingProperty)]));
    const value = identity([...path, propertyName ?? '']);
    const first = !seen.has(value);
    seen.add(value);
    return first;
  });
}

/** The key that stood behind an unknown one, if it is missing. */
function meantKey({ error, path }: SchemaError): string | undefined {
  if (error.keyword !== 'additionalProperties') return undefined;
  const { data } = error;
  const free = keysOf(error.parentSchema ?? {}).filter((key) => !isRecord(data) || !(key in data));
  const meant = nearest(String(error.params.additionalProperty), free);
  return meant === undefined ? undefined : identity([...path, meant]);
}

function identity(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
