import type { MockDefinition } from '@flowright/runtime/mock';
import type { TestsPlan } from './criterion.ts';
import type { LogicPlan } from './logic.ts';
import type { MappingPlan } from './mapping.ts';
import type { ModelPlan } from './model.ts';
import type { ReadmePlan } from './readme.ts';
import type { SettingPlan } from './setting.ts';
import type { SystemPlan } from './system.ts';
import type { TablePlan } from './table.ts';
import type { WorkflowPlan } from './workflow.ts';
import type { ShapeTable } from '../shape/shape.ts';

/**
 * One integration, decided to the last name: what the emitter writes down. Frozen plain data in the domain's words.
 * Every list is in the order in which the output shows it.
 */
export interface IntegrationPlan {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** The spec file, relative to the output folder, with forward slashes. */
  readonly specFile: string;
  /** Hash of all that the output depends on. */
  readonly version: string;
  readonly shapes: ShapeTable;
  readonly models: readonly ModelPlan[];
  readonly tables: readonly TablePlan[];
  readonly systems: readonly SystemPlan[];
  readonly mappings: readonly MappingPlan[];
  readonly logic: readonly LogicPlan[];
  readonly workflows: readonly WorkflowPlan[];
  /** Bounds of one run. */
  readonly limits?: { readonly requests: number };
  readonly settings: readonly SettingPlan[];
  /** The setting that holds the values of the connection, where a workflow reads them. */
  readonly metadata?: { readonly setting: string };
  /** The models of which records are kept. */
  readonly records: readonly RecordsPlan[];
  readonly mocks: MockDefinition;
  readonly tests: TestsPlan;
  readonly readme: ReadmePlan;
}

export interface RecordsPlan {
  /** The model's id in the spec. */
  readonly model: string;
  /** Field by field, where a record has its id. */
  readonly id: readonly string[];
}
