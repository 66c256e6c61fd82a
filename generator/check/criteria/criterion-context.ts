import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import type { SystemAuth, Workflow } from '../../spec/types.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import { collectionOf } from '../endpoints/collection-of.ts';
import type { Report } from '../report.ts';
import { namesIn } from './walk-steps.ts';

/** What the criteria of one workflow can speak of. */
export interface CriterionContext {
  readonly workflow: Workflow;
  readonly trigger: 'webhook' | 'schedule' | 'manual';
  /** The endpoints that the workflow calls. */
  readonly called: readonly CheckedOperation[];
  readonly endpoints: readonly string[];
  readonly collections: readonly string[];
  readonly codes: readonly string[];
  readonly shapes: ShapeTable;
  /** Models of which the workflow saves, removes or prunes records. */
  readonly records: readonly string[];
  /** Whether a run of the workflow can return something. */
  readonly returns: boolean;
  /** Systems that give tokens. */
  readonly tokenSystems: readonly string[];
  readonly loaded: LoadedSpec;
  readonly report: Report;
}

/** Codes with which an integration fails, or refuses a delivery, by itself. */
const OWN_CODES = [
  'not_found',
  'invalid_input',
  'invalid_response',
  'conflict',
  'rate_limited',
  'unauthorized',
  'provider_error',
  'network',
  'timeout',
  'graphql_error',
  'pagination_loop',
  'page_limit',
  'request_limit',
  'gap_unfilled',
  'invalid_json',
];

export function criterionContext(
  workflow: Workflow,
  operations: readonly CheckedOperation[],
  shapes: ShapeTable,
  loaded: LoadedSpec,
  report: Report,
): CriterionContext {
  const { trigger } = workflow;
  const names = namesIn(workflow.steps, loaded.spec.workflows);
  return {
    workflow,
    trigger: 'webhook' in trigger ? 'webhook' : 'schedule' in trigger ? 'schedule' : 'manual',
    called: withContinued(
      operations.filter(({ id }) => names.endpoints.has(id)),
      operations,
    ),
    endpoints: operations.map(({ id }) => id),
    collections: [
      ...new Set(
        operations
          .filter(({ endpoint }) => endpoint.mock?.does !== 'respond')
          .map(({ id, endpoint }) => collectionOf(id, endpoint)),
      ),
    ],
    codes: [
      ...new Set([...OWN_CODES, ...names.codes, ...operations.flatMap(({ errors }) => errors.map(({ code }) => code))]),
    ],
    shapes,
    records: [...names.models],
    returns: names.returns,
    tokenSystems: Object.entries(loaded.spec.systems).flatMap(([id, { auth }]) => (givesTokens(auth) ? [id] : [])),
    loaded,
    report,
  };
}

function givesTokens(auth: SystemAuth | undefined): boolean {
  const all = auth === undefined ? [] : [auth].flat();
  return all.some((one) => 'oauth2' in one || 'exchange' in one || 'jwt' in one);
}

/** Also the endpoints that are asked for further pages. */
function withContinued(
  called: readonly CheckedOperation[],
  operations: readonly CheckedOperation[],
): readonly CheckedOperation[] {
  const further = new Set(
    called.flatMap(({ pagination }) => (pagination?.kind === 'cursor' ? (pagination.continues?.operation ?? []) : [])),
  );
  return operations.filter((one) => called.includes(one) || further.has(one.id));
}

/** Says that a name is not among those that there are. */
export function checkKnown(
  what: string,
  name: string,
  known: readonly string[],
  at: SpecPath,
  on: 'key' | 'value',
  { report }: CriterionContext,
): boolean {
  if (known.includes(name)) return true;
  report.add('FR2001', { what, name, suggestion: nearest(name, known) }, at, { on });
  return false;
}

/** An endpoint that exists and that the workflow calls; otherwise a diagnostic. */
export function checkCalled(id: string, at: SpecPath, context: CriterionContext): CheckedOperation | undefined {
  if (!checkKnown('endpoint', id, context.endpoints, at, 'value', context)) return undefined;
  const operation = context.called.find((one) => one.id === id);
  if (operation === undefined)
    context.report.add(
      'FR2017',
      { part: id, owner: 'a criterion of this workflow', fix: 'name an endpoint that a step of the workflow calls' },
      at,
    );
  return operation;
}

/** Fields of the workflow's checkpoint. */
export function checkCheckpointFields(
  checkpoint: Readonly<Record<string, unknown>> | undefined,
  at: SpecPath,
  { workflow, report }: CriterionContext,
): void {
  const known = Object.keys(workflow.checkpoint ?? {});
  for (const field of Object.keys(checkpoint ?? {})) {
    if (!known.includes(field))
      report.add(
        'FR2003',
        { field, owner: "the workflow's checkpoint", suggestion: nearest(field, known) },
        [...at, field],
        { on: 'key' },
      );
  }
}
