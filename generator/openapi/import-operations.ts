import type { Endpoint, IntegrationSpec, Model, System } from '../spec/types.ts';
import { collectModels } from './convert-models.ts';
import { below, textOf, type OpenApiDocument } from './document.ts';
import { endpointOf } from './endpoint-of.ts';
import { idOf, kebabOf } from './names.ts';
import type { Operation } from './operation.ts';
import { paginationOf } from './pagination-of.ts';
import type { Remark } from './remark.ts';
import { systemApi } from './system-api.ts';

export interface Imported {
  readonly spec: IntegrationSpec;
  /** What the document says and the spec does not. */
  readonly remarks: readonly Remark[];
}

/** Chosen operations of a document as a spec without workflows: the system, an endpoint each, and the models that they need. */
export function importOperations(
  document: OpenApiDocument,
  operations: readonly Operation[],
  system: string | undefined,
): Imported {
  const title = textOf(below(below(document.root, 'info'), 'title')) ?? 'API';
  const id = system ?? systemName(title);
  const remarks: Remark[] = [];
  const tell =
    (of: string) =>
    (what: string): void =>
      void remarks.push({ of, what });
  const api = systemApi(id, {}, document, new Set(), tell(`the system '${id}'`), operations);
  const collection = collectModels(document, api.models);
  const surroundings = { system: id, baseUrl: api.baseUrl, credentials: api.credentials };
  const endpoints = operations.map((operation): readonly [string, Endpoint] => {
    const endpoint = endpointOf(
      operation,
      surroundings,
      collection.context,
      tell(operation.operationId ?? operation.id),
    );
    return [operation.id, paginationOf(operation, endpoint, collection.context)];
  });
  const models: Readonly<Record<string, Model>> = Object.fromEntries(collection.models(new Set()));
  for (const { to, at } of document.broken())
    remarks.push({ of: `#/${at.path.join('/')}`, what: `'${to}' leads nowhere; anything fits there` });
  const value: System = {
    title: title.replaceAll(/\s+/g, ' ').trim(),
    baseUrl: api.baseUrl,
    ...(Object.keys(api.variables).length > 0 && { variables: api.variables }),
    ...(api.auth !== undefined && { auth: api.auth }),
  };
  return {
    spec: {
      flowright: 1,
      name: kebabOf(id),
      systems: { [id]: value },
      endpoints: Object.fromEntries(endpoints),
      ...(Object.keys(models).length > 0 && { models }),
      workflows: {},
    },
    remarks,
  };
}

/** `GitHub v3 REST API` → github */
function systemName(title: string): string {
  const words = title
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => !/^(?:v?\d+|the|api|apis|rest|restful|openapi|specification|swagger|public|-)?$/i.test(word));
  return idOf(
    words
      .slice(0, 3)
      .map((word) => word.toLowerCase())
      .join(' ') || 'api',
  );
}
