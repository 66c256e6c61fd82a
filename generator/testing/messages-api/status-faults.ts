import type { Fault } from './script.ts';

interface StatusFault {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

/** The faults that are a status and a body. */
export const STATUS_FAULTS: Readonly<Partial<Record<Fault, StatusFault>>> = {
  'bad-request': { status: 400, type: 'invalid_request_error', message: 'messages: at least one message is required' },
  unscripted: {
    status: 400,
    type: 'invalid_request_error',
    message: 'the stand-in for the API has no reply to this prompt',
  },
  'no-credit': {
    status: 400,
    type: 'invalid_request_error',
    message: 'Your credit balance is too low to access the API.',
  },
  unauthorized: { status: 401, type: 'authentication_error', message: 'invalid x-api-key' },
  forbidden: { status: 403, type: 'permission_error', message: 'this key may not use the model' },
  'unknown-model': { status: 404, type: 'not_found_error', message: 'model: no-such-model' },
  'too-large': { status: 413, type: 'request_too_large', message: 'the request exceeds the maximum size' },
  'rate-limit': { status: 429, type: 'rate_limit_error', message: 'this would exceed your rate limit' },
  'server-error': { status: 500, type: 'api_error', message: 'internal server error' },
  overloaded: { status: 529, type: 'overloaded_error', message: 'Overloaded' },
};
