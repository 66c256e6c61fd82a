import type { Issue } from './issue.ts';
import type { RetryPolicy } from './context.ts';

/** The vocabulary of failures that a spec may name; a spec may add its own snake_case words. */
export type FailureCode =
  | 'not_found'
  | 'invalid_input'
  | 'invalid_response'
  | 'conflict'
  | 'rate_limited'
  | 'unauthorized'
  | 'provider_error'
  | 'network'
  | 'timeout'
  /** The process ended while a request was on its way that must not be sent twice: a person looks whether it was done, and retries the run or not. */
  | 'outcome_unknown'
  | 'gap_unfilled'
  | (string & {});

/** Details that help a person and hold no secret: `system`, `operation` and `status` of a call, or what a guard names. */
export interface FailureDetails {
  readonly [name: string]: unknown;
}

/** The run ends as failed: trying again cannot help. */
export class FatalError extends Error {
  override readonly name: string = 'FatalError';
  readonly code: FailureCode;
  readonly details: FailureDetails;
  constructor(code: FailureCode, message: string, details: FailureDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** The step may be tried again, not before `afterMs` if the provider said so. */
export class RetryLaterError extends Error {
  override readonly name: string = 'RetryLaterError';
  readonly code: FailureCode;
  readonly details: FailureDetails;
  /** What the provider asked for (Retry-After), milliseconds. */
  readonly afterMs: number | undefined;
  /** The policy of the system that failed; the engine's default where absent. */
  readonly policy: RetryPolicy | undefined;
  constructor(
    code: FailureCode,
    message: string,
    retry: { readonly afterMs?: number | undefined; readonly policy?: RetryPolicy | undefined } = {},
    details: FailureDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
    this.afterMs = retry.afterMs;
    this.policy = retry.policy;
  }
}

/** A gap (a piece of business logic that a person or a model fills) was called before it was filled. */
export class GapUnfilledError extends FatalError {
  override readonly name = 'GapUnfilledError';
  constructor(gap: string) {
    super('gap_unfilled', `the gap '${gap}' has not been filled`, { gap });
  }
}

/** A payload violates its model; `issues` names every place. */
export class PayloadError extends FatalError {
  override readonly name = 'PayloadError';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[], message = describeIssues(issues)) {
    super('invalid_input', message, { issues });
    this.issues = issues;
  }
}

function describeIssues(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first === undefined) return 'the payload does not fit its model';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${first.path === '' ? 'the payload' : first.path}: ${first.message}${more}`;
}
