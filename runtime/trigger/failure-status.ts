import type { FailureCode } from '../context/errors.ts';

/** The HTTP status that tells a caller of a failure. */
export function failureStatus(code: FailureCode): number {
  switch (code) {
    case 'invalid_input':
      return 422;
    case 'not_found':
      return 404;
    case 'conflict':
      return 409;
    case 'rate_limited':
      return 429;
    case 'unauthorized':
    case 'provider_error':
    case 'invalid_response':
    case 'network':
    case 'timeout':
    case 'outcome_unknown':
      return 502;
    default:
      return 500;
  }
}
