import { glob } from 'node:fs/promises';
import path from 'node:path';
import { readRecording } from '../../gap/provider/recording/read-recording.ts';
import type { ReadMessage } from '../../gap/provider/request/read-message.ts';
import { requestKey } from '../../gap/provider/request/request-key.ts';
import type { Params, Reply, Script } from './script.ts';

/** Replies of a folder of recordings, to the same prompts from whatever model is named; of several to one prompt, each once, then the last. */
export async function fromRecordings(folder: string): Promise<{ readonly script: Script; readonly count: number }> {
  const replies = new Map<string, ReadMessage[]>();
  const files: string[] = [];
  for await (const file of glob('**/*.json', { cwd: folder })) files.push(file);
  let count = 0;
  for (const file of files.toSorted(inOrderOfRepeats)) {
    const read = await readRecording(path.join(folder, file));
    if (read.kind !== 'read') continue;
    const { request, message } = read.recording;
    const key = promptKey(request);
    replies.set(key, [...(replies.get(key) ?? []), message]);
    count += 1;
  }
  const asked = new Map<string, number>();
  const script: Script = (params) => {
    const key = promptKey(params);
    const times = asked.get(key) ?? 0;
    asked.set(key, times + 1);
    const kept = replies.get(key) ?? [];
    return replyOf(kept[Math.min(times, kept.length - 1)]);
  };
  return { script, count };
}

/** What a prompt is known by, without the model and its limit. */
function promptKey({ system, messages }: Pick<Params, 'system' | 'messages'>): string {
  return requestKey({ system, messages });
}

function replyOf(message: ReadMessage | undefined): Reply | undefined {
  if (message === undefined) return undefined;
  const { text, stop } = message;
  return stop === 'refused' ? { fault: 'refused' } : { text };
}

/** `b.2.json` before `b.10.json`. */
function inOrderOfRepeats(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
