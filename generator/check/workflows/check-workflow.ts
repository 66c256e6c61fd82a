import type { SpecPath } from '../../diagnostics/place.ts';
import { EMPTY_SCOPE, variable, withName, type Scope } from '../../expression/scope.ts';
import { INTEGER, STRING } from '../../expression/types.ts';
import type { CheckpointField, WorkflowPlan } from '../../ir/workflow.ts';
import type { Type } from '../../shape/type.ts';
import type { Step, Workflow } from '../../spec/types.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import type { Integration } from '../integration-scope.ts';
import { modelType, typeOfSpecShape, type ModelRegistry } from '../models/registry.ts';
import { checkData } from '../values/check-data.ts';
import { literal } from '../values/check-value.ts';
import { checkName } from './bind.ts';
import { connectionOf, connectionType } from './connection.ts';
import { checkReturns } from './check-return.ts';
import { checkSteps } from './check-steps.ts';
import { checkTrigger } from './check-trigger.ts';
import { leaveOutUnread } from './leave-out-unread.ts';
import { hoist } from './hoist.ts';
import type { WorkflowContext } from './step-context.ts';

/** A workflow with everything decided but its file. */
export type CheckedWorkflow = Omit<WorkflowPlan, 'symbol'>;

/** What steps know of the run itself. */
const RUN: Type = {
  shape: {
    kind: 'object',
    fields: new Map([
      ['id', { shape: STRING.shape, optional: false }],
      ['startedAt', { shape: INTEGER.shape, optional: false }],
      ['tenant', { shape: STRING.shape, optional: false }],
    ]),
  },
  optional: false,
  nullable: false,
};

export interface WorkflowSurroundings {
  readonly models: ModelRegistry;
  readonly operations: ReadonlyMap<string, CheckedOperation>;
  readonly endpoints: ReadonlySet<string>;
  /** Names that variables of a workflow must not hide. */
  readonly taken: ReadonlySet<string>;
}

export function checkWorkflow(
  id: string,
  workflow: Workflow,
  surroundings: WorkflowSurroundings,
  integration: Integration,
): CheckedWorkflow | undefined {
  const at: SpecPath = ['workflows', id];
  const { models, operations, endpoints } = surroundings;
  const taken = new Set([...surroundings.taken, 'ctx', 'http', 'checkpoint', 'connection', 'metadata', 'delivery']);
  const trigger = checkTrigger(
    workflow.trigger,
    responds(workflow.steps),
    [...at, 'trigger'],
    models,
    taken,
    integration,
  );
  const reads = new Set<string>();
  const checkpoint = checkCheckpoint(workflow, at, integration);
  let scope: Scope = withName(EMPTY_SCOPE, 'run', {
    expression: variable('run', RUN),
    what: 'the run itself',
  });
  if (checkpoint.length > 0)
    scope = withName(scope, 'checkpoint', {
      expression: variable('checkpoint', checkpointType(checkpoint)),
      what: 'the checkpoint',
      onRead: () => reads.add('checkpoint'),
    });
  const metadataModel = models.nameAt(['metadata']);
  const metadata = metadataModel === undefined ? undefined : modelType(metadataModel, models.shapes);
  if (metadata !== undefined)
    scope = withName(scope, 'metadata', {
      expression: variable('metadata', metadata),
      onRead: () => reads.add('metadata'),
    });
  const connection = connectionOf(integration.source.loaded.spec);
  if (connection.length > 0)
    scope = withName(scope, 'connection', {
      expression: variable('connection', connectionType(connection)),
      onRead: () => reads.add('connection'),
    });
  if (trigger !== undefined) {
    const as: SpecPath =
      'webhook' in workflow.trigger ? [...at, 'trigger', 'webhook', 'as'] : [...at, 'trigger', 'manual', 'as'];
    checkName(trigger.input.id, 'the input', as, scope, integration.report);
    taken.add(trigger.input.name);
    scope = withName(scope, trigger.input.id, {
      expression: variable(trigger.input.name, trigger.input.type),
      what: 'the input of the workflow',
    });
  }
  const context: WorkflowContext = {
    id,
    integration,
    operations,
    endpoints,
    checkpoint: new Map(checkpoint.map((field) => [field.name, field.type])),
    inputOf: (other) =>
      models.nameAt(['workflows', other, 'trigger', 'webhook', 'payload']) ??
      models.nameAt(['workflows', other, 'trigger', 'manual', 'input']),
    output: trigger?.plan.kind === 'manual' ? trigger.plan.output : undefined,
    taken,
    loops: [],
    journal: new Set(),
    hoisted: new Map(),
    ids: new Map(),
  };
  const checked = checkSteps(workflow.steps, [...at, 'steps'], scope, context);
  checkReturns(workflow.steps, at, context);
  if (trigger === undefined) return undefined;
  const { steps, unread } = leaveOutUnread(checked.steps);
  for (const step of unread) {
    const known = context.ids.get(step.bind.name);
    if (known !== undefined) integration.report.unused('step', known.id, known.place);
  }
  const { description } = workflow;
  return {
    id,
    place: integration.report.place(at, { on: 'key' }),
    ...(description !== undefined && { doc: description }),
    trigger: trigger.plan,
    input: { name: trigger.input.name, type: trigger.input.type },
    ...(metadata !== undefined && reads.has('metadata') && { metadata }),
    ...(reads.has('connection') && { connection }),
    checkpoint: checkpoint.map((field) => ({ ...field, read: reads.has('checkpoint') })),
    steps: hoist(steps, context.hoisted),
  };
}

function checkpointType(fields: readonly CheckpointField[]): Type {
  return {
    shape: {
      kind: 'object',
      fields: new Map(fields.map((field) => [field.name, { shape: field.type.shape, optional: field.type.optional }])),
    },
    optional: false,
    nullable: false,
  };
}

/** What a workflow remembers between runs; a field without a first value may be missing. */
function checkCheckpoint(workflow: Workflow, at: SpecPath, integration: Integration): readonly CheckpointField[] {
  return Object.entries(workflow.checkpoint ?? {}).flatMap(([name, field]) => {
    const where: SpecPath = [...at, 'checkpoint', name];
    const type = typeOfSpecShape(
      field.type,
      [...where, 'type'],
      integration.source,
      integration.environment.shapes,
      field.initial === undefined,
    );
    const initial =
      field.initial === undefined
        ? literal(undefined)
        : checkData(field.initial, type, [...where, 'initial'], {
            scope: EMPTY_SCOPE,
            integration,
            target: `checkpoint.${name}`,
          });
    return initial === undefined ? [] : [{ name, type, initial, read: false }];
  });
}

/** Whether some step answers the caller: then the caller waits for it. */
function responds(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    if ('respond' in step) return true;
    if ('when' in step) return responds(step.then) || responds(step.else ?? []);
    return 'forEach' in step && responds(step.do);
  });
}
