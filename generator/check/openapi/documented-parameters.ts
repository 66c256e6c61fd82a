import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { pageParameters } from '../../ir/pagination.ts';
import { documentedFields } from '../../openapi/documented-fields.ts';
import { namesOf } from '../../openapi/merge-endpoint.ts';
import type { DocumentedParameter, Operation } from '../../openapi/operation.ts';
import type { SystemApi } from '../../openapi/system-api.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import type { Report } from '../report.ts';

/** Headers that any request may have. */
const COMMON_HEADERS =
  /^(?:accept(?:-.*)?|authorization|cache-control|content-.*|if-.*|prefer|user-agent|x-request-id|idempotency-key|traceparent)$/;

/** Query parameters and headers that an endpoint sends, those of its pagination among them. */
export function checkDocumentedParameters(
  { endpoint, at, pagination }: CheckedOperation,
  documented: Operation,
  api: SystemApi,
  report: Report,
): void {
  const sent = (part: 'query' | 'headers'): readonly Sent[] =>
    Object.keys(endpoint[part] ?? {}).flatMap((key) =>
      namesOf(key).map((name) => ({ name, where: [...at, part, key], on: 'key' as const })),
    );
  const pages: readonly (Sent & { readonly in: string })[] =
    pagination === undefined
      ? []
      : pageParameters(pagination).map(({ in: place, name }) => ({
          name,
          in: place,
          where: [...at, 'pagination', pagination.kind, 'param'],
        }));
  const known = (place: DocumentedParameter['in']): Known => knownNames(documented, place, api);
  compare([...sent('query'), ...pages.filter((one) => one.in === 'query')], 'query parameter', known('query'));
  compare([...sent('headers'), ...pages.filter((one) => one.in === 'header')], 'header', known('header'));

  function compare(parameters: readonly Sent[], what: string, { names, open }: Known): void {
    if (open) return;
    const isHeader = what === 'header';
    for (const { name, where, on } of parameters) {
      const wanted = isHeader ? name.toLowerCase() : name;
      if (
        names.some((one) => one === wanted || wanted.startsWith(`${one}[`)) ||
        (isHeader && COMMON_HEADERS.test(wanted))
      )
        continue;
      const found = `${what} '${name}' of ${documented.method} ${documented.path}`;
      report.add(
        'FR2026',
        { system: api.id, what: found, suggestion: nearest(name, names) },
        where,
        on === undefined ? {} : { on },
      );
    }
  }
}

interface Sent {
  readonly name: string;
  readonly where: SpecPath;
  readonly on?: 'key';
}

interface Known {
  readonly names: readonly string[];
  /** Some parameter is an object of any members, each of which is a parameter of its own. */
  readonly open: boolean;
}

function knownNames({ parameters }: Operation, place: DocumentedParameter['in'], api: SystemApi): Known {
  const here = parameters.filter((one) => one.in === place);
  const spread = here.flatMap(({ schema, style, explode }) =>
    place === 'query' && style === 'form' && explode && schema !== undefined && isObjectSchema(schema.value)
      ? [documentedFields(schema, api.document)]
      : [],
  );
  const own = here.map(({ name }) => (place === 'header' ? name.toLowerCase() : name));
  return {
    names: [...own, ...spread.flatMap(({ fields }) => [...fields.keys()])],
    open: spread.some(({ open }) => open),
  };
}

/** A schema in place that is an object, and so is taken apart. */
function isObjectSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'object';
}
