import { isGapCase, type SuiteCase } from '../suite/suite-case.ts';
import { gapWork } from './gap-work.ts';
import type { LabParts } from './lab-parts.ts';
import { unmeasured, type Measured } from './measured.ts';
import { memo } from './memo.ts';
import { workflowPlan, workflowWork } from './workflow-work.ts';

export interface Lab {
  /** What is sent to the model for a gap, as one text; of a workflow what it is about. */
  readonly promptOf: (one: SuiteCase) => Promise<string>;
  /** Each case and repeat is measured once, however often it is asked for. Never rejects. */
  readonly measure: (one: SuiteCase, repeat: number) => Promise<Measured>;
}

export interface LabOptions {
  /** Every case of the specs. */
  readonly all: readonly SuiteCase[];
  /** Those that are measured. */
  readonly measured: readonly SuiteCase[];
  readonly repeats: number;
}

/** Measures cases: asks for bodies, judges them, and runs the workflows with those that passed. */
export function openLab({ all, measured, repeats }: LabOptions, parts: LabParts): Lab {
  const gaps = gapWork(parts);
  const workflows = workflowWork(workflowPlan(all, measured, repeats), gaps, parts);
  const measure = async (one: SuiteCase, repeat: number): Promise<Measured> => {
    try {
      return isGapCase(one) ? await gaps.measure(one, repeat) : await workflows.measure(one, repeat);
    } catch (error) {
      return unmeasured({ kind: 'harness', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    promptOf: async (one) => (isGapCase(one) ? await gaps.promptText(one) : one.expected.text),
    measure: memo(measure, ({ expected }, repeat) => `${expected.id}\n${String(repeat)}`),
  };
}
