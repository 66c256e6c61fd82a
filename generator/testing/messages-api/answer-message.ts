import type { ServerResponse } from 'node:http';
import { errorBody, inputTokens, messageBody, spoken, tokensOf, type Tokens } from './message.ts';
import type { Params, Reply } from './script.ts';
import { STATUS_FAULTS } from './status-faults.ts';

/** Answers one question, as JSON or as a stream, with whatever its fault does to that. Returns the tokens that are paid for. */
export function answerMessage(response: ServerResponse, id: string, params: Params, reply: Reply): Tokens {
  const refused = reply.fault === undefined ? undefined : STATUS_FAULTS[reply.fault];
  if (refused !== undefined) {
    if (reply.retryAfter !== undefined) response.setHeader('retry-after', String(reply.retryAfter));
    sendJson(response, refused.status, errorBody(refused.type, refused.message));
    return { input: 0, output: 0 };
  }
  if (reply.fault === 'slow') return { input: 0, output: 0 };
  const { text } = spoken(reply);
  const usage = { input: inputTokens(params), output: tokensOf(text) };
  if (params.stream) return stream(response, id, params.model, reply, usage);
  const body = JSON.stringify(messageBody(id, params.model, reply, usage));
  if (reply.fault === 'malformed') sendText(response, 200, body.slice(0, -20));
  else if (reply.fault === 'no-message') sendJson(response, 200, { choices: [] });
  else if (reply.fault === 'cut' || reply.fault === 'stalled' || reply.fault === 'mid-stream-error') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => reply.fault !== 'stalled' && response.destroy());
  } else sendText(response, 200, body);
  return usage;
}

function stream(response: ServerResponse, id: string, model: string, reply: Reply, usage: Tokens): Tokens {
  const { text, stop } = spoken(reply);
  const send = (type: string, data: object, then?: () => void): void => {
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`, then);
  };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const begun = { input_tokens: usage.input, output_tokens: 0 };
  const message = { ...messageBody(id, model, { fault: 'empty' }, usage), stop_reason: null, usage: begun };
  send('message_start', { message });
  send('ping', {});
  send('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  const half = Math.ceil(text.length / 2);
  send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: text.slice(0, half) } });
  const partly = { input: usage.input, output: tokensOf(text.slice(0, half)) };
  if (reply.fault === 'mid-stream-error') {
    send('message_delta', { delta: { stop_reason: null }, usage: { output_tokens: partly.output } });
    send('error', { error: { type: 'overloaded_error', message: 'Overloaded' } });
    response.end();
    return partly;
  }
  if (reply.fault === 'cut' || reply.fault === 'stalled') {
    send('message_delta', { delta: { stop_reason: null }, usage: { output_tokens: partly.output } }, () => {
      if (reply.fault === 'cut') response.destroy();
    });
    return partly;
  }
  if (reply.fault === 'malformed') {
    response.end('event: content_block_delta\ndata: {"type": "content_block_de\n\n');
    return partly;
  }
  send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: text.slice(half) } });
  send('content_block_stop', { index: 0 });
  send('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage: { output_tokens: usage.output } });
  send('message_stop', {});
  response.end();
  return usage;
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  sendText(response, status, JSON.stringify(body));
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_stub' });
  response.end(body);
}
