import type { ErrorRule } from '@flowright/runtime';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import type { Endpoint, Errors } from '../../spec/types.ts';
import { ownRetry } from '../check-systems.ts';
import { milliseconds } from '../duration.ts';
import type { Integration } from '../integration-scope.ts';
import { modelType, type ModelRegistry } from '../models/registry.ts';
import { camelCase } from '../names.ts';
import type { Report } from '../report.ts';
import { checkBodyKind } from './check-body-kind.ts';
import { checkMock } from './check-mock.ts';
import { checkPagination } from './check-pagination.ts';
import { checkParameters } from './check-parameters.ts';
import type { CallParameter, CheckedOperation } from './checked-operation.ts';

const IDEMPOTENT: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

/** An endpoint against its system and models; undefined where it cannot be called (reported). */
export function checkEndpoint(
  id: string,
  endpoint: Endpoint,
  systems: readonly string[],
  models: ModelRegistry,
  integration: Integration,
): CheckedOperation | undefined {
  const at: SpecPath = ['endpoints', id];
  const { report } = integration;
  if (!systems.includes(endpoint.system)) {
    report.add('FR2001', { what: 'system', name: endpoint.system, suggestion: nearest(endpoint.system, systems) }, [
      ...at,
      'system',
    ]);
    return undefined;
  }
  const { path, query, headers, parameters } = checkParameters(endpoint, at, integration);
  const requestModel = models.nameAt([...at, 'request']);
  const responseModel = models.nameAt([...at, 'response']);
  const response = responseModel === undefined ? undefined : modelType(responseModel, models.shapes);
  const pagination =
    endpoint.pagination &&
    checkPagination(endpoint.pagination, endpoint, { query, parameters }, response, [...at, 'pagination'], integration);
  if (endpoint.pagination !== undefined && pagination === undefined) return undefined;
  const bodyKind = checkBodyKind(endpoint, requestModel !== undefined, at, integration);
  if (endpoint.mock !== undefined) checkMock(endpoint.mock, [...at, 'mock'], report);
  const body: readonly CallParameter[] =
    requestModel === undefined
      ? []
      : [{ in: 'body', name: 'body', input: 'body', type: modelType(requestModel, models.shapes) }];
  const all = [...parameters, ...body];
  const header = typeof endpoint.idempotency === 'object' ? { idempotencyHeader: endpoint.idempotency.header } : {};
  return {
    id,
    name: camelCase(id),
    doc:
      endpoint.title === undefined
        ? `${endpoint.method} ${endpoint.path}`
        : `${endpoint.title}: ${endpoint.method} ${endpoint.path}`,
    system: endpoint.system,
    method: endpoint.method,
    ...(endpoint.baseUrl !== undefined && { baseUrl: endpoint.baseUrl }),
    path,
    query,
    headers,
    parameters: all,
    inputs: all.map(({ input, type }) => ({ name: input, type })),
    hasBody: requestModel !== undefined || bodyKind.document !== undefined,
    ...bodyKind,
    ...(endpoint.responseBody !== undefined &&
      endpoint.responseBody !== 'json' && { responseBody: endpoint.responseBody }),
    ...(requestModel !== undefined && { requestModel }),
    ...(response !== undefined && responseModel !== undefined && { response, responseModel }),
    retrySafe: IDEMPOTENT.has(endpoint.method) || endpoint.idempotency === 'safe',
    ...header,
    errors: errorRules(endpoint.errors ?? [], [...at, 'errors'], report),
    ...(endpoint.timeout !== undefined && { timeoutMs: milliseconds(endpoint.timeout) }),
    ...(endpoint.retry !== undefined && { retry: ownRetry(endpoint.retry) }),
    ...(pagination !== undefined && { pagination }),
    endpoint,
    at,
  };
}

function errorRules(errors: Errors, at: SpecPath, report: Report): readonly ErrorRule[] {
  return errors.flatMap((rule, index) => {
    const parsed = rule.body === undefined ? undefined : parsePath(rule.body);
    const path = parsed && parsed.problem === undefined ? plainPath(parsed) : undefined;
    if (parsed !== undefined && path === undefined) {
      report.add('FR2010', { found: `'${rule.body ?? ''}'`, fix: 'name one place in the answer: a path without []' }, [
        ...at,
        index,
        'body',
      ]);
      return [];
    }
    const message = rule.message === undefined ? undefined : plainPath(parsePath(rule.message));
    const retry = rule.code === 'retry';
    return [
      {
        ...(rule.status !== undefined && { status: rule.status }),
        ...(path !== undefined && { body: { path, ...('equals' in rule && { equals: rule.equals }) } }),
        ...(rule.empty !== undefined && { empty: rule.empty }),
        ...(message !== undefined && { message }),
        code: retry ? 'provider_error' : rule.code,
        ...(retry && { retry }),
      },
    ];
  });
}
