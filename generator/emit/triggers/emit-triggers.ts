import type { IntegrationPlan } from '../../ir/integration.ts';
import type { WorkflowPlan } from '../../ir/workflow.ts';
import type { EmitContext, Referable } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { CLIENTS_TYPE, CREATE_CLIENTS } from '../systems/index.ts';
import { inputParser } from './input-parser.ts';
import { webhookTrigger } from './webhook.ts';

const FILE = 'src/triggers.ts';
export const INTEGRATION = { name: 'integration', file: FILE };

type Triggered = Referable &
  Pick<IntegrationPlan, 'name' | 'version' | 'systems' | 'settings' | 'workflows' | 'limits'> &
  Partial<Pick<IntegrationPlan, 'records' | 'metadata'>>;

/** `src/triggers.ts`: the whole integration as an engine takes it, with what starts each workflow. */
export function emitTriggers(plan: Triggered): s.EmittedFile {
  const imports = new s.Imports(FILE, [INTEGRATION.name]);
  const context = { plan, imports };
  const define = s.callWithTypes(
    imports.useRuntime('defineIntegration'),
    [s.referenceType(imports.useType(CLIENTS_TYPE))],
    [
      s.object(
        [
          s.entry('name', s.literal(plan.name)),
          s.entry('version', s.literal(plan.version)),
          s.entry('systems', s.array(plan.systems.map(({ symbol }) => imports.use(symbol)))),
          s.entry(
            'settings',
            s.literal(
              plan.settings.map(({ name, default: value, optional }) => ({ setting: name, default: value, optional })),
            ),
          ),
          ...(plan.metadata === undefined ? [] : [s.entry('metadata', s.literal({ setting: plan.metadata.setting }))]),
          ...recordsEntry(plan),
          s.entry('clients', imports.use(CREATE_CLIENTS)),
          ...(plan.limits === undefined ? [] : [s.entry('limits', s.literal({ requests: plan.limits.requests }))]),
          s.entry(
            'workflows',
            s.object(
              plan.workflows.map((workflow) => s.entry(workflow.id, definition(workflow, context))),
              { multiline: true },
            ),
          ),
        ],
        { multiline: true },
      ),
    ],
  );
  return s.sourceFile({
    path: FILE,
    imports,
    content: [s.constDeclaration({ name: INTEGRATION.name, value: define })],
  });
}

/** `records: { Product: { id: ['id'] } }`: the models of which records are kept. */
function recordsEntry({ records = [] }: Triggered): readonly s.ObjectEntryNode[] {
  if (records.length === 0) return [];
  return [s.entry('records', s.object(records.map(({ model, id }) => s.entry(model, s.literal({ id })))))];
}

/** `workflow({ trigger: { … }, run: orderPaid })` */
function definition(workflow: WorkflowPlan, context: EmitContext): s.ExpressionNode {
  const fields = [
    s.entry('trigger', triggerOf(workflow, context)),
    s.entry('run', context.imports.use(workflow.symbol)),
  ];
  return s.call(context.imports.useRuntime('workflow'), [s.object(fields, { multiline: true })]);
}

function triggerOf({ trigger }: WorkflowPlan, context: EmitContext): s.ExpressionNode {
  switch (trigger.kind) {
    case 'webhook':
      return webhookTrigger(trigger, context);
    case 'schedule':
      return s.literal(s.plainData(trigger));
    case 'manual':
      return s.object([
        s.entry('kind', s.literal('manual')),
        s.entry(
          'parse',
          trigger.input === undefined ? s.arrow([], s.undefinedValue()) : inputParser(trigger.input, context),
        ),
      ]);
  }
}
