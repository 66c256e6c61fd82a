import { getRequestListener } from '@hono/node-server';
import { tokenAuth } from './auth/answer-token.ts';
import { makeCredentials, type Credentials } from './auth/credentials.ts';
import type { MockDefinition } from './definition.ts';
import type { Fault, RecordedRequest } from './fault.ts';
import { listen } from './listen.ts';
import { createMask } from './mask.ts';
import { mockApp } from './mock-app.ts';
import { readFault } from './read-fault.ts';
import { RequestLog, type RequestListener } from './request-log.ts';
import { createWorld, resetWorld } from './world.ts';

/** Mock systems that run: one server on the loopback interface. */
export interface MockServer {
  /** Base URL by system id, with the base path: `http://127.0.0.1:PORT/shopify/admin/api/2026-07`. */
  readonly urls: Readonly<Record<string, string>>;
  /** The environment of an integration that is to talk to these mocks: base URLs and made-up credentials. */
  readonly settings: Readonly<Record<string, string>>;
  /** How many access tokens the systems gave so far. */
  readonly tokens: number;
  /** What the systems were asked so far. */
  readonly requests: readonly RecordedRequest[];
  /** What a collection holds now, as a copy. Throws for a name that the definition does not have. */
  collection(name: string): readonly unknown[];
  /** Adds copies of items, as if they had come into being on the system's own side. Throws for an unknown collection. */
  insert(name: string, items: readonly unknown[]): void;
  /** Asks for a failure. Throws a TypeError or RangeError where it makes no sense. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Back to the seeds; forgets requests, faults and idempotency keys. */
  reset(): void;
  /** Calls the listener for each request before it is answered; returns what ends that. */
  onRequest(listener: RequestListener): () => void;
  /** Stops listening and cuts what is still open. */
  close(): Promise<void>;
}

export interface MockOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Gets one line per request. */
  readonly log?: (line: string) => void;
  /** Values for settings that the systems' auth names, in place of made-up ones. */
  readonly credentials?: Credentials;
}

/** Starts the mock systems of an integration. Rejects where the port is taken. */
export async function startMocks(definition: MockDefinition, options: MockOptions = {}): Promise<MockServer> {
  const { systems } = definition;
  const credentials = makeCredentials(systems, options.credentials);
  const world = createWorld(definition, credentials);
  const requests = new RequestLog(createMask(systems, credentials));
  const { log } = options;
  if (log !== undefined) requests.listen((request) => log(describe(request)));

  const closing = new AbortController();
  const urls: Record<string, string> = {};
  const controls = {
    urls,
    requests: () => requests.all(),
    collection: (name: string) => structuredClone(world.collections.items(name).map((item) => item.value)),
    insert: (name: string, items: readonly unknown[]) => {
      for (const item of items) world.collections.add(name, item);
    },
    fault: (fault: Fault) => world.faults.add(readFault(fault)),
    clearFaults: () => world.faults.clear(),
    reset: () => {
      resetWorld(world);
      requests.clear();
    },
  };
  const app = mockApp({ world, log: requests, controls, origin: () => listening.origin, closing: closing.signal });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const listening = await listen((request, response) => void answer(request, response), options.port ?? 0);
  for (const system of systems) urls[system.id] = `${listening.origin}/${system.id}${system.basePath}`;
  const baseUrls = systems.map((system) => [system.baseUrlSetting, urls[system.id] ?? ''] as const);
  const tokenUrls = systems.flatMap(({ id, auth }) => {
    const setting = tokenAuth(auth)?.token?.setting;
    return setting === undefined ? [] : [[setting, `${listening.origin}/__auth/${id}`] as const];
  });

  return {
    ...controls,
    settings: { ...definition.settings, ...credentials, ...Object.fromEntries([...baseUrls, ...tokenUrls]) },
    get tokens() {
      return world.tokens.count;
    },
    get requests() {
      return requests.all();
    },
    onRequest: (listener) => requests.listen(listener),
    close: () => {
      closing.abort();
      return listening.close();
    },
  };
}

function describe({ system, method, path, status, endpoint, fault }: RecordedRequest): string {
  const ends = fault === undefined ? '' : ` (fault: ${fault.kind})`;
  return `${system} ${method} ${path} ${status === 0 ? 'no answer' : status} ${endpoint ?? 'unknown endpoint'}${ends}`;
}
