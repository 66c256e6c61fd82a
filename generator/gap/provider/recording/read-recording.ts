import { readFile, stat } from 'node:fs/promises';
import { isRecord } from '../../../data/is-record.ts';
import { systemCode } from '../../../diagnostics/system-code.ts';
import { readMessage, type ReadMessage } from '../request/read-message.ts';
import type { RequestBody } from '../request/request-body.ts';
import { requestKey } from '../request/request-key.ts';
import type { RecordingProvenance } from './recording.ts';

/** A recording that fits together. */
export interface ReadRecording {
  readonly key: string;
  readonly request: RequestBody;
  readonly message: ReadMessage;
  readonly provenance: RecordingProvenance;
}

export type RecordingResult =
  | { readonly kind: 'read'; readonly recording: ReadRecording }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly reason: string };

/** Bytes; a reply of a hundred thousand tokens is half of it. */
const LONGEST = 2_000_000;

/** Reads a recording, and believes nothing in it that cannot be checked. */
export async function readRecording(file: string): Promise<RecordingResult> {
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > LONGEST) return broken(`it has more than ${LONGEST / 1_000_000} MB`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = systemCode(error) ?? '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : broken(`it cannot be read (${code})`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return broken('it is no JSON');
  }
  return check(data);
}

function check(data: unknown): RecordingResult {
  if (!isRecord(data) || data['version'] !== 1) return broken('it is no recording of version 1');
  const { key, response } = data;
  const request = readRequest(data['request']);
  if (request === undefined || !isRecord(data['request'])) return broken('its request is none');
  if (key !== requestKey(data['request'])) return broken('its key is not that of its request');
  const message = readMessage(response);
  if (message === undefined) return broken('its response is no message');
  const provenance = readProvenance(data['provenance']);
  if (provenance === undefined) return broken('it does not say where it comes from');
  return { kind: 'read', recording: { key, request, message, provenance } };
}

function readRequest(data: unknown): RequestBody | undefined {
  if (!isRecord(data)) return undefined;
  const { model, max_tokens: most, system, messages } = data;
  if (typeof model !== 'string' || typeof most !== 'number' || typeof system !== 'string') return undefined;
  if (!Array.isArray(messages)) return undefined;
  const turns = messages.filter((one: unknown): one is RequestBody['messages'][number] => isTurn(one));
  return turns.length === messages.length ? { model, max_tokens: most, system, messages: turns } : undefined;
}

function isTurn(turn: unknown): boolean {
  return (
    isRecord(turn) && (turn['role'] === 'user' || turn['role'] === 'assistant') && typeof turn['content'] === 'string'
  );
}

function readProvenance(data: unknown): RecordingProvenance | undefined {
  if (!isRecord(data)) return undefined;
  const { model, via, recorded } = data;
  if (typeof model !== 'string' || typeof via !== 'string' || typeof recorded !== 'string') return undefined;
  return { model, via, recorded };
}

function broken(reason: string): RecordingResult {
  return { kind: 'broken', reason };
}
