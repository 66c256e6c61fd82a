import { type FailureCode, FatalError, RetryLaterError } from '../context/errors.ts';
import { graphqlAnswer } from './body/graphql-answer.ts';
import { fromXml } from './body/xml.ts';
import { type Call, callDetails, describeCall } from './call.ts';
import { DecodeError, decodeBody } from './decode-body.ts';
import { matchErrorRule } from './error-rules.ts';
import type { WireResponse } from './exchange.ts';
import { responseFailure } from './failures.ts';
import { hideEchoes, hideEchoesInHeaders } from './hide-echoes.ts';
import { excerpt } from './mask.ts';
import { readPath } from './read-path.ts';
import type { ApiResponse } from './transport.ts';

/**
 * Turns a response into the operation's typed one, or throws what the endpoint's rules and the system's policy make of it;
 * `refused` is called where they make it a failure.
 */
export async function readResponse<T>(
  call: Call<T>,
  wire: WireResponse,
  maxBytes: number,
  now: number,
  refused: () => void,
): Promise<ApiResponse<T>> {
  const { request } = call;
  const { status } = wire;
  const headers = hideEchoesInHeaders(wire.headers, call.echoes);
  const good = status >= 200 && status <= 299;
  const encoded = wire.headers['content-encoding'] !== undefined;
  const bytes = encoded ? await decodedBytes(call, wire, maxBytes, good) : wire.body;
  const read = lazyBody(bytes, call.echoes);
  const xml = request.responseBody === 'xml' ? await fromXml(read.text()) : undefined;
  const answer = { status, json: () => xml ?? read.json().value, isEmpty: () => read.text().trim() === '' };
  const rule = matchErrorRule(request.errors ?? [], answer);
  const passes = rule === undefined ? good : rule.code === 'success';
  const failed = (code?: FailureCode, message?: string): Error => {
    refused();
    return responseFailure(call, { status, headers, text: message ?? read.text(), rule, code }, now);
  };
  if (!passes) throw failed(undefined, rule?.message === undefined ? undefined : textAt(answer.json(), rule.message));
  const body = bodyOf(call, { status, headers, bytes, read, xml, good });
  if (request.bodyKind !== 'graphql') return { status, headers, body: parsed(call, status, body) };
  const graphql = graphqlAnswer(body);
  if (graphql === undefined) throw invalid(call, status, 'its body is no object with data or errors');
  if (graphql.errors !== undefined) throw failed('graphql_error', graphql.errors);
  return { status, headers, body: parsed(call, status, graphql.data) };
}

/** A body read as text or JSON where that is asked for, at most once. */
interface LazyBody {
  text(): string;
  json(): ParsedJson;
}

interface ParsedJson {
  readonly value: unknown;
  readonly isJson: boolean;
}

function lazyBody(bytes: Buffer, echoes: readonly string[]): LazyBody {
  let text: string | undefined;
  let json: ParsedJson | undefined;
  const body = {
    text: () => (text ??= hideEchoes(toText(bytes), echoes)),
    json: () => (json ??= parseJson(body.text())),
  };
  return body;
}

function parseJson(text: string): ParsedJson {
  if (text.trim() === '') return { value: undefined, isJson: true };
  try {
    const value: unknown = JSON.parse(text);
    return { value, isJson: true };
  } catch {
    return { value: undefined, isJson: false };
  }
}

function textAt(body: unknown, path: readonly (string | number)[]): string | undefined {
  const found = readPath(body, path);
  return typeof found === 'string' ? found : found === undefined ? undefined : JSON.stringify(found);
}

async function decodedBytes(call: Call<unknown>, wire: WireResponse, maxBytes: number, good: boolean): Promise<Buffer> {
  try {
    return await decodeBody(wire.body, wire.headers['content-encoding'], maxBytes);
  } catch (error) {
    // The status of a failure says more than a body that cannot be read.
    if (!good) return Buffer.alloc(0);
    const why = error instanceof DecodeError ? error.message : 'its body cannot be read';
    throw invalid(call, wire.status, why);
  }
}

function toText(body: Buffer): string {
  const text = body.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

interface ReadBody {
  readonly status: number;
  readonly headers: WireResponse['headers'];
  readonly bytes: Buffer;
  readonly read: LazyBody;
  /** The answer of an endpoint that answers XML. */
  readonly xml: unknown;
  readonly good: boolean;
}

function bodyOf(call: Call<unknown>, { status, headers, bytes, read, xml, good }: ReadBody): unknown {
  switch (call.request.responseBody) {
    case 'none':
      return undefined;
    case 'text':
      return read.text();
    case 'binary':
      return { base64: bytes.toString('base64'), contentType: headers['content-type'] ?? 'application/octet-stream' };
    case 'xml': {
      if (read.text().trim() === '') return undefined;
      if (xml === undefined && good)
        throw invalid(call, status, `its body is not XML: ${excerpt(read.text(), call.secrets, 60)}`);
      return xml;
    }
    default: {
      const { value, isJson } = read.json();
      // A failure that a rule lets through (404 on DELETE) often comes with a page of text.
      if (!isJson && good)
        throw invalid(call, status, `its body is not JSON: ${excerpt(read.text(), call.secrets, 60)}`);
      return value;
    }
  }
}

function parsed<T>(call: Call<T>, status: number, body: unknown): T {
  try {
    return parsedOrNull(call, body);
  } catch (error) {
    if (error instanceof RetryLaterError) throw error;
    const code = error instanceof FatalError ? error.code : 'invalid_response';
    const why = error instanceof Error ? error.message : String(error);
    const details = error instanceof FatalError ? error.details : {};
    throw new FatalError(
      code,
      describeCall(call, `answered ${status}, but ${why}`),
      callDetails(call, { ...details, status }),
      { cause: error },
    );
  }
}

/** A body that is empty (204) is null where that is what an answer may be. */
function parsedOrNull<T>({ request }: Call<T>, body: unknown): T {
  try {
    return request.parse(body);
  } catch (error) {
    if (body !== undefined) throw error;
    try {
      return request.parse(null);
    } catch {
      throw error;
    }
  }
}

function invalid(call: Call<unknown>, status: number, why: string): FatalError {
  return new FatalError(
    'invalid_response',
    describeCall(call, `answered ${status}, but ${why}`),
    callDetails(call, { status }),
  );
}
