import path from 'node:path';
import type { Answered, Failed, ModelRequest } from '../provider.ts';
import { requestBody } from '../request/request-body.ts';
import { requestKey } from '../request/request-key.ts';
import { readRecording } from './read-recording.ts';
import { recordingFolder, recordingName } from './recording-file.ts';

/** The recorded answer to a request; undefined where there is none. */
export async function findRecorded(folder: string, request: ModelRequest): Promise<Answered | Failed | undefined> {
  const key = requestKey(requestBody(request));
  const file = path.join(recordingFolder(folder, request), recordingName(key, request.repeat));
  const read = await readRecording(file);
  if (read.kind === 'missing') return undefined;
  if (read.kind === 'broken') return broken(file, read.reason);
  const { recording } = read;
  if (recording.key !== key) return broken(file, 'it is of another request');
  const { text, stop, model, usage } = recording.message;
  return {
    kind: 'answered',
    text,
    stop,
    model: model ?? recording.provenance.model,
    via: recording.provenance.via === 'manual' ? 'manual' : 'replay',
    usage,
  };
}

function broken(file: string, reason: string): Failed {
  const message = `the recording '${file}' cannot be used: ${reason}`;
  return { kind: 'failed', code: 'FR7311', message, usage: {}, fatal: false };
}
