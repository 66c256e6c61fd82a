import type { Dispatcher } from 'undici';
import { expect, it } from 'vitest';
import { exchange, type WireRequest } from './exchange.ts';
import { ExchangeError, toExchangeError } from './exchange-error.ts';

const request: WireRequest = { origin: 'http://127.0.0.1', path: '/', method: 'POST', headers: [], body: '{}' };
const never = new AbortController().signal;

/** A dispatcher that only keeps the handler, as one does while every connection is busy. */
function waiting(): { handler?: Dispatcher.DispatchHandler; dispatch: Dispatcher['dispatch'] } {
  const kept: { handler?: Dispatcher.DispatchHandler; dispatch: Dispatcher['dispatch'] } = {
    dispatch(_, handler) {
      kept.handler = handler;
      return true;
    },
  };
  return kept;
}

it('that times out before it has a connection sends nothing later', async () => {
  const dispatcher = waiting();
  await expect(exchange(dispatcher, request, { timeoutMs: 1, maxBytes: 1, signal: never })).rejects.toMatchObject({
    failure: 'timeout',
    sent: false,
  });
  const reasons: Error[] = [];
  const controller = {
    aborted: false,
    paused: false,
    reason: null,
    abort: (reason: Error) => void reasons.push(reason),
    pause() {},
    resume() {},
  };
  dispatcher.handler?.onRequestStart?.(controller, {});
  expect(reasons).toHaveLength(1);
});

it('that is aborted before it has a connection was not sent', async () => {
  const abort = new AbortController();
  const sent = exchange(waiting(), request, { timeoutMs: 60_000, maxBytes: 1, signal: abort.signal });
  abort.abort();
  await expect(sent).rejects.toMatchObject({ failure: 'aborted', sent: false });
});

it('tells why several addresses failed, and what HTTP cannot carry', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' });
  expect(toExchangeError(new AggregateError([refused]), false)).toMatchObject({
    failure: 'network',
    sent: false,
    reason: 'ECONNREFUSED',
    message: 'ECONNREFUSED',
  });
  expect(toExchangeError(Object.assign(new Error('bad'), { code: 'UND_ERR_INVALID_ARG' }), false)).toMatchObject({
    failure: 'invalid',
  });
  expect(toExchangeError(Object.assign(new Error('slow'), { code: 'UND_ERR_CONNECT_TIMEOUT' }), false)).toMatchObject({
    failure: 'timeout',
  });
  expect(toExchangeError('odd', true)).toBeInstanceOf(ExchangeError);
});
