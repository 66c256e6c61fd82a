import type { LoadedSpec } from '../load/load-spec.ts';
import type { RecordsPlan } from '../ir/integration.ts';
import type { ShapeTable } from '../shape/shape.ts';
import type { CheckedOperation } from './endpoints/checked-operation.ts';
import type { CheckedSystem } from './check-systems.ts';
import type { CheckedLogic } from './logic.ts';
import type { CheckedMapping } from './mappings/check-mapping.ts';
import type { ModelDefinition } from './models/definition.ts';
import type { UsedTable } from './tables.ts';
import type { CheckedWorkflow } from './workflows/check-workflow.ts';

/** A spec that makes sense: every reference resolved, every value typed. Only what workflows use is in it. */
export interface CheckedIntegration {
  readonly loaded: LoadedSpec;
  readonly shapes: ShapeTable;
  readonly models: readonly ModelDefinition[];
  readonly tables: readonly UsedTable[];
  readonly systems: readonly CheckedSystem[];
  readonly operations: readonly CheckedOperation[];
  readonly mappings: readonly CheckedMapping[];
  readonly logic: readonly CheckedLogic[];
  readonly workflows: readonly CheckedWorkflow[];
  readonly records: readonly RecordsPlan[];
  /** Parts of the spec that are accepted and have no effect yet, in words. */
  readonly withoutEffect: readonly string[];
}
