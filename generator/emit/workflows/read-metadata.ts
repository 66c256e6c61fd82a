import type { WorkflowPlan } from '../../ir/workflow.ts';
import type { Expression } from '../../expression/expression.ts';
import { mapParts } from '../../expression/map-parts.ts';
import type { StepPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import * as s from '../syntax/index.ts';
import { inputParser } from '../triggers/input-parser.ts';
import { innerSteps, ownExpressions } from './step-parts.ts';
import { awaitContext, type Flow } from './flow.ts';

/** `const metadata = parseMetadata(await ctx.metadata());`, before anything is called. */
export function readMetadata(metadata: Type | undefined, flow: Flow): void {
  if (metadata === undefined) return;
  const { scope } = flow;
  const parse = inputParser(metadata, scope.context);
  scope.add(s.constant(scope.declare('metadata'), s.call(parse, [awaitContext(flow, 'metadata', [])])));
}

/** `const connection = { shop: await ctx.variable('SHOPIFY_SHOP') };`, of the variables those that some step reads. */
export function readConnection({ connection, steps }: WorkflowPlan, flow: Flow): void {
  if (connection === undefined) return;
  const read = fieldsRead(steps, 'connection');
  const entries = connection
    .filter(({ name }) => read.has(name))
    .map(({ name, setting }) => s.entry(name, awaitContext(flow, 'variable', [s.literal(setting)])));
  flow.scope.add(s.constant(flow.scope.declare('connection'), s.object(entries)));
}

function fieldsRead(steps: readonly StepPlan[], name: string, into = new Set<string>()): Set<string> {
  const visit = (part: Expression): Expression => {
    if (part.kind === 'field' && part.of.kind === 'name' && part.of.name === name) into.add(part.field);
    return mapParts(part, visit);
  };
  for (const step of steps) {
    for (const expression of ownExpressions(step)) visit(expression);
    fieldsRead(innerSteps(step), name, into);
  }
  return into;
}
