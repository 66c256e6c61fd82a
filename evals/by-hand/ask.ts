import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelRequest } from '../../generator/gap/provider/provider.ts';
import { missingRequests } from './collect.ts';
import { INDEX, promptText } from './round.ts';

// node evals/by-hand/ask.ts DIR [specs…] [--prompt fill@v1,fill@v2] [--repeat 3] [--fill]
// Writes each prompt that has no recorded reply as a text file, and an index of them. Put each reply beside its prompt
// (NAME.reply.txt), run take.ts, then this once more: what depends on these replies comes in the next round.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    prompt: { type: 'string' },
    models: { type: 'string', default: 'unspecified' },
    grader: { type: 'string' },
    repeat: { type: 'string', default: '1' },
    recordings: { type: 'string', default: 'evals/recordings' },
    prompts: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const [folder, ...specs] = positionals;
if (folder === undefined) throw new Error('usage: node evals/by-hand/ask.ts DIR [specs…]');

const cwd = process.cwd();
const { prompt, models, grader, prompts } = values;
const requests = await missingRequests(
  specs.length === 0 ? ['spec/examples'] : specs,
  {
    ...(prompt !== undefined && { prompt: prompt.split(',') }),
    ...(grader !== undefined && { grader }),
    ...(prompts !== undefined && { prompts }),
    models: models.split(','),
    repeat: Number(values.repeat),
    recordings: resolve(cwd, values.recordings),
    mode: 'replay',
    baselines: 'evals/baselines',
    concurrency: 4,
    out: 'evals/reports',
    fill: values.fill,
  },
  cwd,
);

await mkdir(folder, { recursive: true });
const rounds = (await readdir(folder)).filter((name) => name.startsWith(INDEX)).length;
const round = rounds + 1;
const named = requests.map((request, at) => ({ name: nameOf(request, at), request }));
for (const { name, request } of named) await writeFile(join(folder, `${name}.txt`), promptText(request));
if (named.length > 0)
  await writeFile(join(folder, `${INDEX}${String(round)}.json`), `${JSON.stringify(named, undefined, 2)}\n`);
process.stdout.write(
  named.length === 0
    ? 'every reply is recorded\n'
    : `round ${String(round)}: ${String(named.length)} prompts in ${folder}; put each reply beside its prompt as NAME.reply.txt\n`,
);

function nameOf({ integration, gap, prompt: { prompt: version, turns }, repeat }: ModelRequest, at: number): string {
  const number = String(at + 1).padStart(3, '0');
  const kind = turns.length > 1 ? '-repair' : '';
  const text = `${String(round)}-${number}-${integration}-${gap}-${version.replace('@', '-')}${kind}-${String(repeat + 1)}`;
  return text.replaceAll(/[^\w.-]/g, '_');
}
