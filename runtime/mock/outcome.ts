import { challenge, isAuthorized } from './auth/is-authorized.ts';
import { performOnce } from './perform-once.ts';
import type { MockEndpoint, MockSystem } from './definition.ts';
import type { FaultAction } from './fault.ts';
import type { Incoming } from './incoming.ts';
import { graphqlRequest } from './graphql-request.ts';
import { inWireForm } from './in-wire-form.ts';
import type { MockAnswer, MockRequest } from './mock-request.ts';
import { problem } from './problem.ts';
import type { Route } from './router.ts';
import type { World } from './world.ts';

/** What comes of a request. Without an answer the connection is cut; `truncated`: its JSON breaks off. */
export interface Outcome {
  readonly endpoint?: string;
  readonly fault?: FaultAction;
  readonly answer?: MockAnswer;
  readonly truncated?: boolean;
  /** Milliseconds to wait before the answer is sent. */
  readonly delayMs?: number;
}

/** Decides on a request: route, then credentials, then body, then faults, then the work itself. */
export function decide(world: World, { system, inBase, request, proven }: Incoming): Outcome {
  if (system === undefined) {
    const ids = world.systems.map(({ id }) => `/${id}`).join(', ');
    return { answer: problem(404, 'unknown_system', `${request.path} is below none of the mock systems (${ids})`) };
  }
  const route: Route = (inBase ? world.routers.get(system.id)?.(request) : undefined) ?? { kind: 'unknown' };
  if (route.kind !== 'endpoint') {
    const refuse = (): MockAnswer =>
      route.kind === 'unknown' ? unknownPath(system, request) : otherMethod(route.allow, request);
    return underFault(world.faults.take(system.id, undefined), undefined, refuse);
  }
  const { endpoint, params } = route;
  return { endpoint: endpoint.id, ...decideKnown(world, system, endpoint, { ...request, params }, proven) };
}

function decideKnown(
  world: World,
  system: MockSystem,
  endpoint: MockEndpoint,
  request: MockRequest,
  proven: boolean,
): Outcome {
  const expired = world.faults.take(system.id, endpoint.id, ({ kind }) => kind === 'expiredToken');
  if (expired !== undefined) world.tokens.expire(system.id);
  const { credentials, tokens } = world;
  const lock = { system: system.id, credentials, tokens, proven };
  if (expired !== undefined || !isAuthorized(system.auth, lock, request)) {
    const message = `the request to '${system.id}' does not carry the credentials of its settings`;
    const answer = problem(401, 'unauthorized', message, { 'www-authenticate': challenge(system.auth) });
    return { answer, ...(expired !== undefined && { fault: expired }) };
  }
  if (request.malformed === true)
    return { answer: problem(400, 'invalid_body', 'the request body is not what its content type says') };
  const seen = endpoint.document === undefined ? request : { ...request, body: graphqlRequest(request.body).variables };
  return underFault(world.faults.take(system.id, endpoint.id), endpoint.answers, () =>
    inWireForm(endpoint, performOnce(world, system, endpoint, seen)),
  );
}

function underFault(fault: FaultAction | undefined, answers: MockEndpoint['answers'], work: () => MockAnswer): Outcome {
  if (fault === undefined) return { answer: work() };
  switch (fault.kind) {
    case 'status':
      return { fault, answer: failure(fault, answers) };
    case 'slow':
      return { fault, answer: work(), delayMs: fault.delayMs };
    case 'expiredToken':
      // Shown before, where credentials are looked at.
      return { fault, answer: work() };
    case 'malformed':
      return { fault, answer: { ...work(), status: 200 }, truncated: true };
    case 'disconnect':
      if (fault.when === 'after') work();
      return { fault };
  }
}

function failure(
  { status, headers = {}, body }: Extract<FaultAction, { kind: 'status' }>,
  answers: MockEndpoint['answers'],
): MockAnswer {
  // An empty text is an empty body: nobody means JSON's "" by it.
  if (body === '') return { status, headers };
  // What a system of XML or text would send is written as it would be sent.
  if (typeof body === 'string' && (answers === 'xml' || answers === 'text'))
    return {
      status,
      headers: { 'content-type': answers === 'xml' ? 'application/xml' : 'text/plain', ...headers },
      body,
    };
  return body === undefined
    ? problem(status, 'fault', `a fault asked for status ${status}`, headers)
    : { status, headers, body };
}

function unknownPath(system: MockSystem, request: MockRequest): MockAnswer {
  return problem(
    404,
    'unknown_endpoint',
    `no endpoint of '${system.id}' fits ${request.method} ${request.path} (its base path is '${system.basePath}')`,
  );
}

function otherMethod(allow: readonly string[], request: MockRequest): MockAnswer {
  const headers = { allow: [...allow, 'OPTIONS'].join(', ') };
  if (request.method === 'OPTIONS') return { status: 204, headers };
  return problem(
    405,
    'method_not_allowed',
    `${request.path} knows ${allow.join(', ')}, not ${request.method}`,
    headers,
  );
}
