import { mkdir } from 'node:fs/promises';
import type { Provider } from '../provider.ts';
import { findRecorded } from './find-recorded.ts';
import { recordingFolder } from './recording-file.ts';
import { unwritable, writeRecording } from './write-recording.ts';

export interface RecordOptions {
  readonly folder: string;
  readonly live: Provider;
  /** The day that recordings are dated with: `2026-01-31`. */
  readonly today: () => string;
}

/** Answers with recorded replies; what has none is asked of `live`, and its reply is recorded. */
export function recordProvider({ folder, live, today }: RecordOptions): Provider {
  return {
    name: live.name,
    async ask(request, signal) {
      const found = await findRecorded(folder, request);
      if (found !== undefined) return found;
      const place = recordingFolder(folder, request);
      try {
        await mkdir(place, { recursive: true });
      } catch (error) {
        return unwritable(place, error);
      }
      const answer = await live.ask(request, signal);
      if (answer.kind === 'failed') return answer;
      const written = await writeRecording(folder, request, answer, today());
      return written.ok ? answer : written.failed;
    },
  };
}
