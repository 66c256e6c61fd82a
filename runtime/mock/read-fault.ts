import type { Fault, FaultAction } from './fault.ts';
import { isRecord } from './json-path.ts';

/** Reads a fault that came as JSON. Throws a TypeError that says what is wrong with it. */
export function readFault(value: unknown): Fault {
  if (!isRecord(value)) throw new TypeError('a fault is an object');
  const { system, endpoint, times, after, does } = value;
  if (typeof times !== 'number') throw new TypeError("a fault's 'times' is a number");
  if (after !== undefined && typeof after !== 'number') throw new TypeError("a fault's 'after' is a number");
  if (system !== undefined && typeof system !== 'string') throw new TypeError("a fault's 'system' is text");
  if (endpoint !== undefined && typeof endpoint !== 'string') throw new TypeError("a fault's 'endpoint' is text");
  return {
    ...(system !== undefined && { system }),
    ...(endpoint !== undefined && { endpoint }),
    times,
    ...(after !== undefined && { after }),
    does: readAction(does),
  };
}

function readAction(value: unknown): FaultAction {
  if (!isRecord(value)) throw new TypeError("a fault's 'does' is an object");
  switch (value['kind']) {
    case 'status':
      return readStatus(value);
    case 'slow': {
      const { delayMs } = value;
      if (typeof delayMs !== 'number' || !(delayMs >= 0))
        throw new TypeError("a slow fault's 'delayMs' is a number from 0");
      return { kind: 'slow', delayMs };
    }
    case 'malformed':
      return { kind: 'malformed' };
    case 'expiredToken':
      return { kind: 'expiredToken' };
    case 'disconnect': {
      const { when } = value;
      if (when !== 'before' && when !== 'after')
        throw new TypeError("a disconnect fault's 'when' is 'before' or 'after'");
      return { kind: 'disconnect', when };
    }
    default:
      throw new TypeError("a fault's 'does.kind' is one of status, slow, malformed, disconnect, expiredToken");
  }
}

function readStatus({ status, headers, body }: Readonly<Record<string, unknown>>): FaultAction {
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    throw new TypeError("a status fault's 'status' is a whole number from 200 to 599");
  }
  return {
    kind: 'status',
    status,
    ...(headers !== undefined && { headers: readHeaders(headers) }),
    ...(body !== undefined && { body }),
  };
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) throw new TypeError("a status fault's 'headers' is an object of texts");
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (typeof text !== 'string') throw new TypeError(`the header '${name}' of a fault is text`);
      return [name, text];
    }),
  );
}
