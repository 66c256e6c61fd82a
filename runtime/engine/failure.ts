import { FatalError, RetryLaterError } from '../context/errors.ts';
import type { Redactor } from '../settings/redactor.ts';
import type { Failure } from './run.ts';

/** What is kept and told of an error: no stack, no cause, no secret. Anything but the two errors of the contract is `internal`. */
export function failureFrom(error: unknown, redactor: Redactor, step?: string): Failure {
  const place = step === undefined ? {} : { step };
  if (error instanceof FatalError || error instanceof RetryLaterError) {
    const { code, message, details } = error;
    const bare: Failure = { code, message: redactor.mask(message), ...place };
    if (Object.keys(details).length === 0) return bare;
    return { ...bare, ...detailsOf(details, redactor) };
  }
  return {
    code: 'internal',
    message: redactor.mask(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    ...place,
  };
}

/** The error that a journalled failure is thrown as, first and on every replay. */
export function errorFrom({ code, message, details }: Failure, cause?: unknown): FatalError {
  const plain = typeof details === 'object' && details !== null && !Array.isArray(details) ? { ...details } : {};
  return new FatalError(code, message, plain, cause === undefined ? undefined : { cause });
}

function detailsOf(details: object, redactor: Redactor): Pick<Failure, 'details'> {
  try {
    return { details: JSON.parse(redactor.mask(JSON.stringify(details))) };
  } catch {
    // Details are for people; a failure must not be lost because they have no JSON form.
    return {};
  }
}
