import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerMessage, sendJson } from './answer-message.ts';
import { batchBody, makeBatch, readBatch, resultLines, type Batch } from './batches.ts';
import { errorBody, inputTokens, type Tokens } from './message.ts';
import { readParams } from './read-params.ts';
import type { Asked, Fault, Params, Reply, Script } from './script.ts';
import { STATUS_FAULTS } from './status-faults.ts';

export interface MessagesApiOptions {
  /** A free one where it is absent. */
  readonly port?: number | undefined;
  readonly script: Script;
  /** The key that is wanted; any will do where it is absent. */
  readonly key?: string | undefined;
  /** How often a batch is looked at before it has ended; once where it is absent. */
  readonly looks?: number | undefined;
  /** Faults of the calls about batches, one a call, before they are answered: a status, `cut` or `malformed`. */
  readonly batchFaults?: readonly (Fault | undefined)[] | undefined;
  /** Told of each question and how it was answered. */
  readonly onAnswer?: ((params: Params, reply: Reply) => void) | undefined;
}

/** A server that speaks the Messages API, for tests and for trying things out. Its texts are what its script says: no model is near. */
export interface MessagesApi {
  readonly baseUrl: string;
  /** All that was sent here, so that a test can prove what was not. */
  readonly asked: readonly Asked[];
  /** The tokens that a caller would be charged. */
  readonly paid: () => Tokens;
  /** Cuts whatever is still open. */
  readonly close: () => Promise<void>;
}

/** Starts the server on loopback. */
export async function startMessagesApi(options: MessagesApiOptions): Promise<MessagesApi> {
  const { script, key, looks = 1 } = options;
  const asked: Asked[] = [];
  const batches = new Map<string, Batch>();
  let paid: Tokens = { input: 0, output: 0 };
  let questions = 0;
  let batchCalls = 0;
  let baseUrl = '';
  const pay = (more: Tokens): void => {
    paid = { input: paid.input + more.input, output: paid.output + more.output };
  };
  const replyTo = (params: Params): Reply => {
    const reply = script(params, questions) ?? { fault: 'unscripted' };
    questions += 1;
    options.onAnswer?.(params, reply);
    return reply;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const { method = 'GET', url = '/' } = request;
    const { pathname } = new URL(url, 'http://stub');
    const heard = { method, path: pathname, headers: headersOf(request), body };
    const route = `${method} ${pathname}`;
    const data = parse(body);
    const fault = pathname.startsWith('/v1/messages/batches') ? options.batchFaults?.[batchCalls++] : undefined;
    if (fault !== undefined) {
      asked.push(heard);
      spoil(response, fault);
    } else if (key !== undefined && !hasKey(request, key)) {
      asked.push(heard);
      sendJson(response, 401, errorBody('authentication_error', 'invalid x-api-key'));
    } else if (route === 'POST /v1/messages' || route === 'POST /v1/messages/count_tokens') {
      const counts = pathname.endsWith('count_tokens');
      const params = readParams(counts && typeof data === 'object' ? { max_tokens: 1, ...data } : data);
      asked.push({ ...heard, ...(typeof params === 'object' && { params }) });
      if (typeof params === 'string') sendJson(response, 400, errorBody('invalid_request_error', params));
      else if (counts) sendJson(response, 200, { input_tokens: inputTokens(params) });
      else pay(answerMessage(response, `msg_${questions}`, params, replyTo(params)));
    } else if (route === 'POST /v1/messages/batches') {
      const requests = readBatch(data);
      if (typeof requests === 'string') {
        asked.push(heard);
        sendJson(response, 400, errorBody('invalid_request_error', requests));
        return;
      }
      asked.push(heard, ...requests.map(({ params }) => ({ ...heard, params })));
      const batch = makeBatch(`msgbatch_${batches.size + 1}`, requests, replyTo, looks);
      batches.set(batch.id, batch);
      pay(batch.paid);
      sendJson(response, 200, batchBody(batch, baseUrl));
    } else {
      asked.push(heard);
      answerBatch(response, route, batches, baseUrl);
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { baseUrl, asked, paid: () => paid, close };
}

/** Answers a call with a fault alone. */
function spoil(response: ServerResponse, fault: Fault): void {
  const refused = STATUS_FAULTS[fault];
  if (refused !== undefined) sendJson(response, refused.status, errorBody(refused.type, refused.message));
  else if (fault === 'malformed') response.end('{"id": ');
  else response.destroy();
}

const BATCH = /^(?<method>GET|POST) \/v1\/messages\/batches\/(?<id>[^/]+)(?:\/(?<part>results|cancel))?$/;

function answerBatch(
  response: ServerResponse,
  route: string,
  batches: ReadonlyMap<string, Batch>,
  baseUrl: string,
): void {
  const { method, id, part } = BATCH.exec(route)?.groups ?? {};
  const batch = batches.get(id ?? '');
  if (batch === undefined) return sendJson(response, 404, errorBody('not_found_error', 'Not found'));
  if (part === 'results') {
    response.writeHead(200, { 'content-type': 'application/x-jsonl' });
    response.end(resultLines(batch));
    return undefined;
  }
  if (method === 'POST') batch.canceled = true;
  else batch.looks -= 1;
  return sendJson(response, 200, batchBody(batch, baseUrl));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) if (Buffer.isBuffer(part)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function headersOf(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

function hasKey(request: IncomingMessage, key: string): boolean {
  return request.headers['x-api-key'] === key || request.headers.authorization === `Bearer ${key}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
