import type { FaultAction, RecordedRequest } from '@flowright/runtime/mock';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { shorten } from './shorten.ts';

/** A call that a mock system received: `contactly POST /contacts 201 {"email":…}`. */
export function describeCall(
  { system, endpoint, method, path, query, body, status, fault }: RecordedRequest,
  paint: Paint,
  width: number,
): string {
  const target = shorten(`${path}${queryText(query)}`, 80);
  const answer = status === 0 ? paint('red', 'no answer') : paint(status < 400 ? 'green' : 'red', String(status));
  const notes = [
    ...(endpoint === undefined ? ['the spec knows no such endpoint'] : []),
    ...(fault === undefined ? [] : [`fault: ${describeFault(fault)}`]),
  ];
  const sent = shorten(body, Math.max(width - system.length - method.length - target.length - 8, 24));
  return [
    paint('magenta', system === '' ? 'unknown system' : system),
    method,
    target,
    answer,
    ...(sent === '' ? [] : [paint('dim', sent)]),
    ...notes.map((note) => paint('yellow', `(${note})`)),
  ].join(' ');
}

function queryText(query: RecordedRequest['query']): string {
  const pairs = Object.entries(query).flatMap(([name, values]) => [values].flat().map((value) => `${name}=${value}`));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function describeFault(fault: FaultAction): string {
  switch (fault.kind) {
    case 'status':
      return String(fault.status);
    case 'slow':
      return `slow by ${String(fault.delayMs)} ms`;
    case 'expiredToken':
      return 'expired token';
    case 'malformed':
      return 'malformed answer';
    case 'disconnect':
      return `disconnected ${fault.when} the work`;
  }
}
