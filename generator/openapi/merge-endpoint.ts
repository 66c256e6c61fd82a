import type { Endpoint, Parameter } from '../spec/types.ts';

type Parameters = Readonly<Record<string, Parameter>>;

/** What a spec says of an operation, and what its document says where the spec does not. */
export function mergeEndpoint(own: Partial<Endpoint>, documented: Endpoint): Endpoint {
  const { params, query, headers, request, body, listStyle, response, responseBody, ...rest } = documented;
  const ownBody = own.request !== undefined || own.body !== undefined || own.graphql !== undefined;
  const ownAnswer = own.response !== undefined || own.responseBody !== undefined;
  const sent = positionOf(own);
  return {
    ...rest,
    ...(!ownBody && {
      ...(request !== undefined && { request }),
      ...(body !== undefined && { body }),
      ...(listStyle !== undefined && { listStyle }),
    }),
    ...(own.request !== undefined && own.body === undefined && body !== undefined && { body }),
    ...(!ownAnswer && {
      ...(response !== undefined && { response }),
      ...(responseBody !== undefined && { responseBody }),
    }),
    ...own,
    ...merged('params', own.params, params, sent.path),
    ...merged('query', own.query, query, sent.query),
    ...merged('headers', own.headers, headers, sent.header),
  };
}

function merged(
  part: 'params' | 'query' | 'headers',
  own: Parameters | undefined,
  documented: Parameters | undefined,
  withheld: ReadonlySet<string>,
): Partial<Endpoint> {
  if (own === undefined && documented === undefined) return {};
  const isHeader = part === 'headers';
  const known = new Set(Object.keys(own ?? {}).flatMap((key) => namesOf(key).map((name) => sameCase(name, isHeader))));
  const others = Object.entries(documented ?? {}).filter(([key]) =>
    namesOf(key).every((name) => !known.has(sameCase(name, isHeader)) && !withheld.has(sameCase(name, isHeader))),
  );
  return { [part]: { ...Object.fromEntries(others), ...own } };
}

/** What the pagination sends is no parameter of the call. */
function positionOf({
  pagination,
}: Partial<Endpoint>): Readonly<Record<'path' | 'query' | 'header', ReadonlySet<string>>> {
  const found = { path: new Set<string>(), query: new Set<string>(), header: new Set<string>() };
  if (pagination === undefined) return found;
  const position =
    'cursor' in pagination
      ? pagination.cursor
      : 'page' in pagination
        ? pagination.page
        : 'offset' in pagination
          ? pagination.offset
          : undefined;
  const place = position?.in ?? 'query';
  if (position !== undefined && place !== 'body') found[place].add(sameCase(position.param, place === 'header'));
  const size = 'size' in pagination ? pagination.size?.param : undefined;
  if (size !== undefined) found.query.add(size);
  return found;
}

/** The names that a key declares: `'from?, to?'`. */
export function namesOf(key: string): readonly string[] {
  return key.endsWith('?') ? key.split(',').map((part) => part.trim().replace(/\?$/, '')) : [key];
}

function sameCase(name: string, isHeader: boolean): string {
  return isHeader ? name.toLowerCase() : name;
}
