import { valueAt } from '../json-path.ts';

/** Resolves `#` and `#/$defs/Name` (RFC 6901 in a URI fragment) within a document. Throws where nothing is there. */
export function resolvePointer(document: unknown, ref: string): unknown {
  if (ref !== '#' && !ref.startsWith('#/'))
    throw new Error(`the reference '${ref}' leaves the schema; give a resolver for it`);
  const path = ref
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = ref === '#' ? document : valueAt(document, path);
  if (found === undefined) throw new Error(`the reference '${ref}' points at nothing`);
  return found;
}
