import { isGraphqlFile } from '../../load/references/is-graphql-file.ts';
import { referencedFile } from '../../load/references/referenced-file.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { OperationPlan } from '../../ir/system.ts';
import type { Endpoint } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';

/** How an endpoint's body is written, where that is not JSON; what does not go together is reported. */
export function checkBodyKind(
  endpoint: Endpoint,
  hasRequest: boolean,
  at: SpecPath,
  { report, source }: Integration,
): Pick<OperationPlan, 'bodyKind' | 'document' | 'formLists'> {
  const { graphql, body } = endpoint;
  if (body === 'none' && hasRequest)
    report.add('FR2015', { what: 'a request model', needs: 'body: json' }, [...at, 'request'], {
      on: 'key',
    });
  if (graphql === undefined) {
    if (body === 'graphql')
      report.add('FR2015', { what: "a body 'graphql'", needs: 'the document as graphql' }, [...at, 'body']);
    if (body === undefined || body === 'none' || body === 'json') return {};
    const { listStyle } = endpoint;
    const lists =
      body === 'form' && (listStyle === 'brackets' || listStyle === 'indices') ? { formLists: listStyle } : {};
    return { bodyKind: body, ...lists };
  }
  if (body !== undefined && body !== 'graphql')
    report.add('FR2015', { what: `a body '${body}'`, needs: 'an endpoint without a GraphQL document' }, [
      ...at,
      'body',
    ]);
  const document = isGraphqlFile(graphql) ? referencedFile(source.loaded, graphql)?.data : graphql;
  return { bodyKind: 'graphql', document: typeof document === 'string' ? document.trim() : '' };
}
