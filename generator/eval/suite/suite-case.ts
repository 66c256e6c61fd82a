import type { GapContract } from '../../gap/contract/contract.ts';
import type { ExpectedCase } from '../results.ts';

/** A case with what running it takes. */
export type SuiteCase = GapCase | WorkflowCase;

/** A model writes the body of a gap; each check of the body is an assertion. */
export interface GapCase {
  readonly expected: ExpectedCase & { readonly kind: 'gap' };
  readonly integration: string;
  readonly contract: GapContract;
}

/** A workflow runs against its mock systems, with the bodies of the integration's gaps in place. */
export interface WorkflowCase {
  readonly expected: ExpectedCase & { readonly kind: 'criterion' | 'rubric' };
  readonly integration: string;
  readonly workflow: string;
  /** The gaps that the workflow needs. */
  readonly gaps: readonly string[];
  /** `AC1` */
  readonly criterion: string;
  /** What a model grades, in the words of the spec; absent where a test decides. */
  readonly rubric?: string;
}

export function isGapCase(one: SuiteCase): one is GapCase {
  return one.expected.kind === 'gap';
}
