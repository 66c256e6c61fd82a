/** What is used of promptfoo, in own words: it is no dependency of Flowright, and its types are not here when this is checked. */
export interface Promptfoo {
  readonly evaluate: (
    suite: PromptfooSuite,
    options: PromptfooOptions,
  ) => Promise<{ readonly toEvaluateSummary: () => Promise<unknown> }>;
}

export interface PromptfooSuite {
  readonly description?: string;
  readonly prompts: readonly { readonly raw: string; readonly label: string; readonly function?: PromptFunction }[];
  readonly providers: readonly PromptfooProvider[];
  readonly tests: readonly PromptfooTest[];
  /** A file in promptfoo's own folder, for `promptfoo view`. */
  readonly writeLatestResults: boolean;
  readonly sharing: false;
}

export interface PromptfooOptions {
  readonly maxConcurrency: number;
  readonly cache: false;
  readonly showProgressBar: false;
  readonly silent: boolean;
}

type PromptFunction = (context: { readonly vars: Readonly<Record<string, unknown>> }) => Promise<string>;

export interface PromptfooProvider {
  readonly id: () => string;
  readonly label?: string;
  readonly callApi: (
    prompt: string,
    context?: { readonly vars: Readonly<Record<string, unknown>> },
  ) => Promise<PromptfooReply>;
}

export interface PromptfooReply {
  readonly output?: string;
  readonly error?: string;
  readonly tokenUsage?: { readonly prompt: number; readonly completion: number; readonly total: number };
  readonly cost?: number;
  readonly latencyMs?: number;
}

/** One asking of one case. */
export interface PromptfooTest {
  readonly description: string;
  /** Inputs are in one object: lists at the top would fan out into cases. */
  readonly vars: { readonly case: PromptfooCase };
  readonly metadata: PromptfooCase;
  readonly assert: readonly PromptfooAssertion[];
}

/** Which case and repeat a result is of: results come in any order, and repeats have no identity of their own. */
export interface PromptfooCase {
  readonly id: string;
  readonly repeat: number;
}

export interface PromptfooAssertion {
  readonly type: string;
  readonly metric: string;
  readonly weight: number;
  readonly value: (output: string) => Promise<PromptfooGrade>;
}

export interface PromptfooGrade {
  readonly pass: boolean;
  readonly score: number;
  readonly reason: string;
}
