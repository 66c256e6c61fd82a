import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Exchange, RecordedCase } from '../cases/recorded-case.ts';
import { leadBack } from './lead-back.ts';
import { decoded, matchExchange, requestDifference } from './match-exchange.ts';
import { describeRequest, type ReceivedRequest } from './received-request.ts';

/** What is wrong with the requests that came: unexpected ones, others than recorded, or too many. */
export interface ExchangeServer {
  readonly origin: string;
  /** In the order in which they came. */
  requests(): readonly string[];
  problems(): readonly string[];
  /** Exchanges that were never asked for. */
  unused(): readonly string[];
  close(): Promise<void>;
}

const UNEXPECTED = 599;

/**
 * Serves a recording on loopback. Whatever was not recorded is answered 599; so is everything once more requests came than
 * three for each exchange and twenty.
 */
export async function serveExchanges({
  exchanges,
  expected,
}: Pick<RecordedCase, 'exchanges' | 'expected'>): Promise<ExchangeServer> {
  const cap = 3 * exchanges.length + 20;
  const requests: string[] = [];
  const problems = new Set<string>();
  const used = new Set<Exchange>();
  let origin = '';
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await receive(message);
    requests.push(describeRequest(request));
    if (requests.length > cap) {
      problems.add(`more than ${String(cap)} requests`);
      return refuse(response);
    }
    const exchange = matchExchange(exchanges, request);
    if (exchange === undefined) {
      problems.add(`unexpected request ${describeRequest(request)}`);
      return refuse(response);
    }
    used.add(exchange);
    const difference = requestDifference(exchange, request);
    if (difference !== undefined) problems.add(`${describeRequest(request)}: ${difference}`);
    send(response, leadBack(exchange, { exchanges, expected, origin }));
  };
  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      problems.add(`the server failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}`;
  return {
    origin,
    requests: () => requests,
    problems: () => [...problems],
    unused: () => exchanges.filter((one) => !used.has(one)).map(({ method, path }) => `${method} ${path}`),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  const [path = '', query = ''] = (message.url ?? '').split(/\?(.*)/s);
  return {
    method: message.method ?? '',
    path: decoded(path),
    query: [...new URLSearchParams(query)],
    headers: message.headers,
    body: Buffer.concat(parts),
  };
}

function send(response: ServerResponse, { status, responseHeaders, responseBody, bodyEncoding }: Exchange): void {
  response.writeHead(status, responseHeaders);
  if (responseBody === undefined || (responseBody === null && bodyEncoding !== 'json')) response.end();
  else if (typeof responseBody === 'string' && bodyEncoding === 'base64')
    response.end(Buffer.from(responseBody, 'base64'));
  else if (typeof responseBody === 'string' && bodyEncoding === 'text') response.end(responseBody);
  else response.end(JSON.stringify(responseBody));
}

function refuse(response: ServerResponse): void {
  response.writeHead(UNEXPECTED).end();
}
