import type { ObjectField } from '../../expression/expression.ts';
import type { OperationPlan, SystemPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { emitFields } from './fields.ts';
import { within, type Flow } from './flow.ts';

/** What a call or a walk through pages asks for. */
export interface Asked {
  readonly system: string;
  readonly operation: string;
  readonly input: readonly ObjectField[];
}

export interface Called {
  readonly system: SystemPlan;
  readonly operation: OperationPlan;
}

export function findOperation({ system: systemId, operation: operationId }: Asked, { systems }: Flow): Called {
  const system = systems.find(({ id }) => id === systemId);
  const operation = system?.operations.find(({ id }) => id === operationId);
  if (system === undefined || operation === undefined)
    throw new TypeError(`The plan has no operation '${operationId}' of '${systemId}'`);
  return { system, operation };
}

/** `({ http }) => http.hubspot.updateDeal({ … })`, the function that a step runs. */
export function stepFunction(asked: Asked, flow: Flow): s.ExpressionNode {
  const { client, parameter, inner } = open(asked, flow);
  return s.arrow([parameter], body(client(argsOf(asked, inner)), inner));
}

/** `async ({ http }) => (await http.hubspot.listDeals({ … })).body`, for the first page alone, or the one at a position. */
export function firstPageFunction(asked: Asked, flow: Flow, startAt?: StartAt): s.ExpressionNode {
  const { client, parameter, inner } = open(asked, flow);
  const start = startAt === undefined ? [] : [startAt(inner)];
  const answered = s.property(s.parenthesized(s.awaited(client([...argsOf(asked, inner), ...start]))), 'body');
  return s.arrow([parameter], body(answered, inner), { async: true });
}

/** `({ http }, next) => http.stripe.listInvoices({ … }, next)`, the function that fetches a page. */
export function pageFunction(asked: Asked, flow: Flow): s.ExpressionNode {
  const { client, parameter, inner } = open(asked, flow);
  const next = inner.scope.unique('next');
  return s.arrow([parameter, next], body(client([...argsOf(asked, inner), s.identifier(next)]), inner));
}

/** The position that is asked for, as code of the step. */
export type StartAt = (flow: Flow) => s.ExpressionNode;

interface Opened {
  readonly inner: Flow;
  readonly parameter: s.Parameter;
  readonly client: (args: readonly s.ExpressionNode[]) => s.ExpressionNode;
}

function open(asked: Asked, flow: Flow): Opened {
  const { system, operation } = findOperation(asked, flow);
  const inner = within(flow);
  const http = inner.scope.unique('http');
  return {
    inner,
    parameter: { name: http, fields: [{ name: 'http', as: http }] },
    client: (args) => s.method(s.property(s.identifier(http), system.client.name), operation.name, args),
  };
}

function argsOf(asked: Asked, flow: Flow): readonly s.ExpressionNode[] {
  const { operation } = findOperation(asked, flow);
  return operation.inputs.length === 0 ? [] : [emitFields(asked.input, flow, operation.inputs)];
}

/** What had to be bound for the input stands before it, within the step. */
function body(result: s.ExpressionNode, { scope }: Flow): s.ExpressionNode | readonly s.StatementNode[] {
  return scope.statements.length === 0 ? result : [...scope.statements, s.returnValue(result)];
}
