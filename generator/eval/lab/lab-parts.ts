import type { GapContract } from '../../gap/contract/contract.ts';
import type { FillReply, Judged } from '../../gap/fill/fill-parts.ts';
import type { RenderedPrompt } from '../../gap/prompt/rendered-prompt.ts';
import type { Failed, ModelAnswer, ModelRequest } from '../../gap/provider/provider.ts';
import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { EvalError } from '../results.ts';

/** What measuring is made of. Filling uses the same renderer, reader and judge; tests put others in their place. */
export interface LabParts {
  readonly model: string;
  /** Most tokens of a reply. */
  readonly maxTokens: number;
  readonly ask: (request: ModelRequest) => Promise<ModelAnswer>;
  readonly render: (contract: GapContract) => Promise<RenderedPrompt>;
  readonly read: (text: string) => FillReply;
  readonly judge: (code: string, contract: GapContract) => Promise<Judged>;
  /** Runs the workflows of integrations, each with the bodies that are given for its gaps; all in one go. */
  readonly runWorkflows: (runs: readonly WorkflowRun[]) => Promise<readonly WorkflowResults[]>;
  /** Resolves when workflows run in another process, and this one has nothing to do but wait for them. */
  readonly elsewhere?: Promise<void>;
  readonly grade: (question: GradeQuestion) => Promise<Graded>;
  /** US dollars; undefined where the price of the model is not known. */
  readonly costOf: (usage: Usage) => number | undefined;
  /** What became of an ask that failed, in the gate's words. */
  readonly errorOf: (answer: Failed) => EvalError;
}

/** An integration with certain bodies in place. */
export interface WorkflowRun {
  readonly integration: string;
  /** Files of gaps as they are emitted, by the gap; the others throw as long as nobody fills them. */
  readonly fills: ReadonlyMap<string, string>;
}

/** How the criteria of one run ended, by `<workflow>#<criterion>`. */
export type WorkflowResults = ReadonlyMap<string, WorkflowResult>;

export interface WorkflowResult {
  readonly passed: boolean;
  readonly reason?: string;
  /** What the workflow sent and answered, for who grades it; of a criterion with a rubric alone. */
  readonly transcript?: string;
}

export interface GradeQuestion {
  readonly integration: string;
  readonly workflow: string;
  readonly criterion: string;
  readonly text: string;
  readonly rubric: string;
  readonly transcript: string;
}

export type Graded =
  | {
      readonly ok: true;
      readonly passed: boolean;
      readonly reason: string;
      readonly usage: Usage;
      readonly cost?: number;
    }
  | { readonly ok: false; readonly error: EvalError };
