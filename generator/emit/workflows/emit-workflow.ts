import { endsRun } from '../../ir/ends-run.ts';
import type { IntegrationPlan } from '../../ir/integration.ts';
import type { WorkflowPlan } from '../../ir/workflow.ts';
import { Scope, typeNode, type Referable } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { CLIENTS_TYPE } from '../systems/index.ts';
import { emitSteps } from './emit-steps.ts';
import type { Flow } from './flow.ts';
import { readConnection, readMetadata } from './read-metadata.ts';
import { readCheckpoint } from './read-checkpoint.ts';
import { rereadsCheckpoint } from './rereads-checkpoint.ts';
import { namesRead, returns, usesContext } from './step-parts.ts';

/** `src/workflows/<id>.ts`: the steps of one workflow as one async function of the context and the trigger's input. */
export function emitWorkflow(
  workflow: WorkflowPlan,
  plan: Referable & Pick<IntegrationPlan, 'systems'>,
): s.EmittedFile {
  const { symbol } = workflow;
  const imports = new s.Imports(symbol.file, [symbol.name]);
  const scope = Scope.of({ plan, imports });
  const read = namesRead(workflow.steps);
  const hasInput = read.has(workflow.input.name);
  const hasContext =
    read.has('run') ||
    workflow.checkpoint.some((field) => field.read) ||
    workflow.metadata !== undefined ||
    workflow.connection !== undefined ||
    usesContext(workflow.steps);
  const ctx = hasContext ? scope.unique('ctx') : `_${scope.unique('ctx')}`;
  const parameters: s.Parameter[] = hasInput || hasContext ? [{ name: ctx, type: contextType(imports) }] : [];
  if (hasInput) parameters.push({ name: scope.declare(workflow.input.name), type: inputType(workflow, scope) });
  const flow: Flow = {
    scope,
    systems: plan.systems,
    ctx,
    rounds: [],
    declared: new Set(),
    read,
    behind: [],
    checks: new Map(),
    carried: new Set(),
    checkpoint: rereadsCheckpoint(workflow.steps) ? workflow.checkpoint.filter((field) => field.read) : [],
  };
  readMetadata(workflow.metadata, flow);
  readConnection(workflow, flow);
  readCheckpoint(workflow.checkpoint, flow);
  emitSteps(workflow.steps, flow);
  // A way that returns nothing says so where another one returns something.
  if (returns(workflow.steps) && !endsRun(workflow.steps)) scope.add(s.returnValue(s.undefinedValue()));
  const main = s.functionDeclaration({
    name: symbol.name,
    doc: workflow.doc,
    parameters,
    returns: s.referenceType('Promise', [returnType(workflow, scope)]),
    body: scope.statements,
    async: true,
  });
  return s.sourceFile({
    path: symbol.file,
    imports,
    content: [main, ...[...flow.checks.values()].map(({ declaration }) => declaration)],
  });
}

/** `StepContext<Clients>` */
function contextType(imports: s.Imports): s.TypeNode {
  return s.referenceType(imports.useRuntimeType('StepContext'), [s.referenceType(imports.useType(CLIENTS_TYPE))]);
}

/** What the workflow gives: the output that its trigger names, else what its return steps happen to give. */
function returnType({ trigger, steps }: WorkflowPlan, { context }: Scope): s.TypeNode {
  if (trigger.kind === 'manual' && trigger.output !== undefined) return typeNode(trigger.output, context);
  return s.keywordType(returns(steps) ? 'unknown' : 'void');
}

function inputType({ trigger, input }: WorkflowPlan, { context }: Scope): s.TypeNode {
  return trigger.kind === 'schedule'
    ? s.referenceType(context.imports.useRuntimeType('Tick'))
    : typeNode(input.type, context);
}
