import type { Endpoint } from '../../spec/types.ts';
import { camelCase } from '../names.ts';

/**
 * The collection of the mock systems that an endpoint works on: the one that its mock names, or the last literal segment
 * of its path (`/crm/v3/objects/contacts/search` works on contacts).
 */
export function collectionOf(id: string, { path, mock }: Endpoint): string {
  if (mock?.collection !== undefined) return mock.collection;
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.includes('{'));
  const last = segments.at(-1) ?? id;
  const name = last === 'search' || last === 'query' ? (segments.at(-2) ?? last) : last;
  return camelCase(name.replace(/\.json$/, ''));
}
