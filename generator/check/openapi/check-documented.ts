import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { documentedFields } from '../../openapi/documented-fields.ts';
import type { Node } from '../../openapi/document.ts';
import { operationNamed } from '../../openapi/complete-spec.ts';
import { operationAt } from '../../openapi/find-operation.ts';
import type { Operation } from '../../openapi/operation.ts';
import type { SystemApi } from '../../openapi/system-api.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Shape } from '../../shape/shape.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import type { Integration } from '../integration-scope.ts';
import { checkDocumentedParameters } from './documented-parameters.ts';
import { placeOfField } from './place-of-field.ts';

/** Compares endpoints with the OpenAPI documents of their systems: what an endpoint sends, its document knows. */
export function checkDocumented(operations: readonly CheckedOperation[], integration: Integration): void {
  const apis = integration.source.loaded.openapi?.apis;
  if (apis === undefined) return;
  for (const operation of operations) {
    const api = apis.get(operation.system);
    if (api !== undefined && operation.endpoint.openapi !== false) checkEndpoint(operation, api, integration);
  }
}

function checkEndpoint(operation: CheckedOperation, api: SystemApi, integration: Integration): void {
  const { endpoint, at } = operation;
  const { report } = integration;
  const documented =
    endpoint.operation === undefined
      ? operationAt(endpoint.method, endpoint.path, api)
      : operationNamed(endpoint.operation, api.operations);
  if (documented === undefined) {
    const found = `${endpoint.method} ${endpoint.path}`;
    const known = api.operations.map(({ method, path }) => `${method} ${path}`);
    report.add('FR2026', { system: api.id, what: `operation ${found}`, suggestion: nearest(found, known) }, [
      ...at,
      'path',
    ]);
    return;
  }
  checkDocumentedParameters(operation, documented, api, report);
  checkRequest(operation, documented, api, integration);
}

/** Every member of the body that the endpoint's model declares, as deep as both go. */
function checkRequest(
  operation: CheckedOperation,
  { body, method, path }: Operation,
  api: SystemApi,
  integration: Integration,
): void {
  const { endpoint, at, requestModel } = operation;
  if (endpoint.request === undefined || requestModel === undefined || endpoint.graphql !== undefined) return;
  const { environment, report, source } = integration;
  if (body === undefined) {
    report.add('FR2026', { system: api.id, what: `body of ${method} ${path}` }, [...at, 'request'], { on: 'key' });
    return;
  }
  const seen = new Set<string>();
  const compare = (shape: Shape, schema: Node, fields: readonly string[]): void => {
    // A model that contains itself is compared once with each schema.
    const key = `${JSON.stringify(shape.kind === 'ref' ? shape.to : shape.kind)} ${schema.file} ${schema.path.join('/')}`;
    if (shape.kind === 'ref' && seen.has(key)) return;
    seen.add(key);
    const own = expand(shape, environment.shapes);
    if (own.kind === 'array') return compare(own.item, schema, fields);
    if (own.kind === 'union') return own.of.forEach((one) => compare(one, schema, fields));
    if (own.kind !== 'object') return;
    const known = documentedFields(schema, api.document);
    for (const [name, field] of own.fields) {
      const inner = known.fields.get(name);
      if (inner !== undefined) compare(field.shape, inner, [...fields, name]);
      else if (!known.open) {
        const what = `field '${[...fields, name].join('.')}' in the body of ${method} ${path}`;
        const where: SpecPath = placeOfField([...at, 'request'], [...fields, name], source.loaded.spec);
        report.add('FR2026', { system: api.id, what, suggestion: nearest(name, known.fields.keys()) }, where, {
          on: 'key',
        });
      }
    }
  };
  compare({ kind: 'ref', to: requestModel }, body.schema, []);
}
