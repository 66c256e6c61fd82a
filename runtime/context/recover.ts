import type { StepContext } from './context.ts';
import { FatalError } from './errors.ts';

/** What follows a failure of this kind: of any where neither `status` nor `code` is given. */
export interface FailureRule<Then extends 'fail' | 'continue'> {
  /** A status, or a class of statuses. */
  readonly status?: number | `${1 | 2 | 3 | 4 | 5}xx`;
  readonly code?: string;
  readonly then: Then;
  readonly do?: () => Promise<void>;
}

type Recovered<T, Then> = Then extends 'continue' ? T | undefined : T;

/**
 * Calls, and where that fails for good does what the first rule says that fits; without one, the failure is thrown. What
 * fails while it cleans up is logged and hides nothing. A bug in the code goes through, and so does a run that is suspended.
 */
export async function recover<T, Then extends 'fail' | 'continue'>(
  ctx: Pick<StepContext<never>, 'log'>,
  call: () => Promise<T>,
  rules: readonly FailureRule<Then>[],
): Promise<Recovered<T, Then>>;
export async function recover<T>(
  { log }: Pick<StepContext<never>, 'log'>,
  call: () => Promise<T>,
  rules: readonly FailureRule<'fail' | 'continue'>[],
): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof FatalError)) throw error;
    const rule = rules.find((one) => fits(one, error));
    if (rule === undefined) throw error;
    const { code, message } = error;
    log.warn({ code, reason: message }, rule.then === 'continue' ? 'went on without a result' : 'cleaning up');
    try {
      await rule.do?.();
    } catch (failure) {
      if (!(failure instanceof FatalError)) throw failure;
      log.warn({ code: failure.code, reason: failure.message }, 'failed while cleaning up');
    }
    if (rule.then === 'fail') throw error;
    return undefined;
  }
}

function fits({ status, code }: FailureRule<'fail' | 'continue'>, error: FatalError): boolean {
  const found = error.details['status'];
  const answered = typeof found === 'number' ? found : undefined;
  if (code !== undefined && code !== error.code) return false;
  if (status === undefined) return true;
  return typeof status === 'number' ? status === answered : status === `${String(answered).charAt(0)}xx`;
}
