import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { recordReply } from '../../generator/gap/provider/recording/write-recording.ts';
import { INDEX, isAsked } from './round.ts';

// node evals/by-hand/take.ts DIR [--recordings evals/recordings] [--date 2026-01-31]
// Records the replies that lie beside the prompts of ask.ts. Recorded as they are: what is wrong with one, an eval says.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    recordings: { type: 'string', default: 'evals/recordings' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: node evals/by-hand/take.ts DIR');

let taken = 0;
const waiting: string[] = [];
for (const index of (await readdir(folder)).filter((name) => name.startsWith(INDEX)).toSorted()) {
  const listed: unknown = JSON.parse(await readFile(join(folder, index), 'utf8'));
  for (const asked of Array.isArray(listed) ? listed : []) {
    if (!isAsked(asked)) throw new Error(`${index} is not as it was written`);
    const reply = await readFile(join(folder, `${asked.name}.reply.txt`), 'utf8').catch(() => '');
    if (reply.trim() === '') {
      waiting.push(asked.name);
      continue;
    }
    const written = await recordReply(
      resolve(values.recordings),
      asked.request,
      reply.replace(/^\uFEFF/, ''),
      values.date,
    );
    if (!written.ok) throw new Error(written.failed.message);
    taken += 1;
  }
}
process.stdout.write(`${String(taken)} replies recorded, ${String(waiting.length)} not there yet\n`);
for (const name of waiting.slice(0, 20)) process.stdout.write(`  ${name}.reply.txt\n`);
