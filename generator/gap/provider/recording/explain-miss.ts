import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ModelRequest } from '../provider.ts';
import { requestBody, type RequestBody } from '../request/request-body.ts';
import { requestKey } from '../request/request-key.ts';
import { firstDifference, type Difference } from './first-difference.ts';
import { readRecording } from './read-recording.ts';
import { recordingFolder } from './recording-file.ts';

/** More of them are not read to explain one that is missing. */
const MOST_RECORDINGS = 500;

/** Says why a request has no recording: the first line that differs from the nearest one of its gap. */
export async function explainMiss(folder: string, request: ModelRequest): Promise<string> {
  const { integration, gap, repeat } = request;
  const what = `no reply is recorded for ${integration} ${gap}`;
  const body = requestBody(request);
  const key = requestKey(body);
  const near = recordingFolder(folder, request);
  const names = (await readdir(near).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  if (names.length === 0) return `${what}: there is none of this gap in '${folder}'`;
  const repeats = names.filter((name) => name.startsWith(`${key.slice(0, 16)}.`)).length;
  if (repeats > 0)
    return `${what} for repeat ${repeat + 1}: the request is recorded ${repeats === 1 ? 'once' : `${repeats} times`}`;
  const nearest = await nearestTo(body, near, names.slice(0, MOST_RECORDINGS));
  return nearest === undefined
    ? `${what}: none of its recordings can be read`
    : `${what}: the nearest, ${nearest.name}, differs ${nearest.difference.first}`;
}

async function nearestTo(
  body: RequestBody,
  folder: string,
  names: readonly string[],
): Promise<{ readonly name: string; readonly difference: Difference } | undefined> {
  let nearest: { readonly name: string; readonly difference: Difference } | undefined;
  for (const name of names) {
    const read = await readRecording(path.join(folder, name));
    if (read.kind !== 'read') continue;
    const difference = firstDifference(read.recording.request, body);
    if (difference === undefined || (nearest?.difference.same ?? -1) >= difference.same) continue;
    nearest = { name, difference };
  }
  return nearest;
}
