import type { CheckedIntegration } from '../../check/checked-integration.ts';
import type { OutputFile } from '../../format/format-files.ts';
import type { GapContract } from '../../gap/contract/contract.ts';
import type { IntegrationPlan } from '../../ir/integration.ts';

/** An integration as evals need it: generated, with its gaps unfilled, whatever is committed. */
export interface EvalIntegration {
  readonly checked: CheckedIntegration;
  readonly plan: IntegrationPlan;
  readonly contracts: readonly GapContract[];
  /** What its tests need; relative to its folder. */
  readonly files: readonly OutputFile[];
  /** What a model grades: `<workflow>#<criterion>` and the words of the spec. */
  readonly rubrics: ReadonlyMap<string, string>;
}
