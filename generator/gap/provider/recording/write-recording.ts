import path from 'node:path';
import { systemCode } from '../../../diagnostics/system-code.ts';
import { writeAtomically } from '../../../write/write-atomically.ts';
import type { Answered, Failed, ModelRequest } from '../provider.ts';
import { requestBody } from '../request/request-body.ts';
import { requestKey } from '../request/request-key.ts';
import { recordingFolder, recordingName } from './recording-file.ts';
import type { Recording } from './recording.ts';

export type Written = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly failed: Failed };

const STOPS = { end: 'end_turn', truncated: 'max_tokens', refused: 'refusal' } as const;

/** Keeps an answer below `folder`, in place of one to the same question. `recorded` is the day, `2026-01-31`. */
export async function writeRecording(
  folder: string,
  request: ModelRequest,
  { text, stop, model, via, usage }: Omit<Answered, 'kind' | 'latency'>,
  recorded: string,
): Promise<Written> {
  const body = requestBody(request);
  const key = requestKey(body);
  const recording: Recording = {
    version: 1,
    key,
    request: body,
    response: {
      type: 'message',
      role: 'assistant',
      model,
      content: text === '' ? [] : [{ type: 'text', text }],
      stop_reason: STOPS[stop],
      usage: {
        ...(usage.input !== undefined && { input_tokens: usage.input }),
        ...(usage.output !== undefined && { output_tokens: usage.output }),
      },
    },
    provenance: { model, via, recorded },
  };
  const file = path.join(recordingFolder(folder, request), recordingName(key, request.repeat));
  try {
    await writeAtomically(file, `${JSON.stringify(recording, undefined, 2)}\n`);
    return { ok: true, file };
  } catch (error) {
    return { ok: false, failed: { ...unwritable(file, error), usage } };
  }
}

/** Keeps a reply that somebody carried over by hand, from whatever answered the printed prompt; how many tokens it took is not known. */
export async function recordReply(
  folder: string,
  request: ModelRequest,
  text: string,
  recorded: string,
): Promise<Written> {
  const answer = { text, stop: 'end', model: request.model, via: 'manual', usage: {} } as const;
  return await writeRecording(folder, request, answer, recorded);
}

/** What to tell of a place that cannot be written to. Fatal: the next reply could not be kept either. */
export function unwritable(file: string, error: unknown): Failed {
  const code = systemCode(error) ?? String(error);
  return { kind: 'failed', code: 'FR7312', message: `'${file}' cannot be written (${code})`, usage: {}, fatal: true };
}
