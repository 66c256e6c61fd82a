import type { IntegrationPlan } from '../ir/integration.ts';
import { emitLogic } from './logic/index.ts';
import { emitMain } from './main/index.ts';
import { emitMapping } from './mappings/index.ts';
import { emitModels } from './models/index.ts';
import { emitProject } from './project/index.ts';
import type { EmittedFile } from './syntax/index.ts';
import { emitClients, emitSystem } from './systems/index.ts';
import { emitTable } from './tables/index.ts';
import { emitTests } from './tests/index.ts';
import { emitTriggers } from './triggers/index.ts';
import { emitWorkflow } from './workflows/index.ts';

/** All files of one integration, not yet formatted, in the order of their paths. */
export async function emitIntegration(plan: IntegrationPlan): Promise<readonly EmittedFile[]> {
  const files = [
    ...(await emitModels(plan.models)),
    ...plan.tables.map(emitTable),
    ...plan.logic.map((logic) => emitLogic(logic, plan)),
    ...plan.mappings.map((mapping) => emitMapping(mapping, plan)),
    ...plan.systems.map((system) => emitSystem(system, plan)),
    emitClients(plan.systems),
    ...plan.workflows.map((workflow) => emitWorkflow(workflow, plan)),
    emitTriggers(plan),
    emitMain(),
    ...emitTests(plan.tests),
    ...(await emitProject(plan)),
  ];
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
