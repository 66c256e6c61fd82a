import { FatalError, RetryLaterError } from '../context/errors.ts';
import { type Call, callDetails, describeCall } from './call.ts';
import { DecodeError, decodeBody } from './decode-body.ts';
import { matchErrorRule } from './error-rules.ts';
import type { WireResponse } from './exchange.ts';
import { responseFailure } from './failures.ts';
import { hideEchoes, hideEchoesInHeaders } from './hide-echoes.ts';
import { excerpt } from './mask.ts';
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
  const text = hideEchoes(encoded ? await decodedText(call, wire, maxBytes, good) : toText(wire.body), call.echoes);
  const json = lazyJson(text);
  const rule = matchErrorRule(request.errors ?? [], status, () => json().value);
  const passes = rule === undefined ? good : rule.code === 'success';
  if (!passes) {
    refused();
    throw responseFailure(call, { status, headers, text, rule }, now);
  }
  return { status, headers, body: parsed(call, status, bodyOf(call, status, text, json, good)) };
}

interface ParsedJson {
  readonly value: unknown;
  readonly isJson: boolean;
}

function lazyJson(text: string): () => ParsedJson {
  let result: ParsedJson | undefined;
  return () => (result ??= parseJson(text));
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

async function decodedText(call: Call<unknown>, wire: WireResponse, maxBytes: number, good: boolean): Promise<string> {
  try {
    return toText(await decodeBody(wire.body, wire.headers['content-encoding'], maxBytes));
  } catch (error) {
    // The status of a failure says more than a body that cannot be read.
    if (!good) return '';
    const why = error instanceof DecodeError ? error.message : 'its body cannot be read';
    throw invalid(call, wire.status, why);
  }
}

function toText(body: Buffer): string {
  const text = body.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function bodyOf(call: Call<unknown>, status: number, text: string, json: () => ParsedJson, good: boolean): unknown {
  if (call.request.responseBody === 'none') return undefined;
  if (call.request.responseBody === 'text') return text;
  const { value, isJson } = json();
  // A failure that a rule lets through (404 on DELETE) often comes with a page of text.
  if (!isJson && good) throw invalid(call, status, `its body is not JSON: ${excerpt(text, call.secrets, 60)}`);
  return value;
}

function parsed<T>(call: Call<T>, status: number, body: unknown): T {
  try {
    return call.request.parse(body);
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

function invalid(call: Call<unknown>, status: number, why: string): FatalError {
  return new FatalError(
    'invalid_response',
    describeCall(call, `answered ${status}, but ${why}`),
    callDetails(call, { status }),
  );
}
