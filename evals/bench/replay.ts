import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { missingRequests } from '../by-hand/collect.ts';
import { recordReply } from '../../generator/gap/provider/recording/write-recording.ts';

// node evals/bench/replay.ts [cases] [repeats]: seconds that `flowright eval` takes over so many cases, each asked so often, from recorded replies. All is measured: the
// start of both processes, the specs, every body's checks and trial, the workflows, promptfoo and the gate. Replies are fixtures.
const cases = Number(process.argv[2] ?? '100');
const repeats = Number(process.argv[3] ?? '5');
const root = join(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'flowright-bench-'));
try {
  await cp(join(root, 'evals/test/fixtures'), folder, { recursive: true });
  await rm(join(folder, 'recordings'), { recursive: true });
  // The fixture has two gaps and three criteria that are cases.
  const more = Array.from(
    { length: cases - 5 },
    (_, at) => `  tier${String(at)}:
    rule: Gold from ${String(at + 10)} on, else silver.
    input: { points: integer }
    output: { enum: [gold, silver] }
    examples:
      - { in: { points: ${String(at + 10)} }, out: gold }
      - { in: { points: ${String(at + 9)} }, out: silver, hidden: true }
`,
  );
  const spec = join(folder, 'notes/notes.integration.yaml');
  const steps = more.map(
    (_, at) => `      - { id: tier${String(at)}, logic: tier${String(at)}, with: { points: 12 } }\n`,
  );
  const text = (await readFile(spec, 'utf8'))
    .replace('logic:\n', `logic:\n${more.join('')}`)
    .replace('    steps:\n', `    steps:\n${steps.join('')}`);
  await writeFile(spec, text);
  const options = {
    prompt: ['fill@v1'],
    models: ['fixture'],
    repeat: repeats,
    recordings: join(folder, 'recordings'),
    prompts: join(folder, 'prompts'),
    mode: 'replay',
    baselines: 'baselines',
    concurrency: 4,
    out: 'reports',
    fill: false,
  } as const;
  for (let round = 0; round < 2; round += 1)
    for (const request of await missingRequests(['notes'], options, folder)) {
      const written = await recordReply(options.recordings, request, reply(request.gap), '2026-01-31');
      if (!written.ok) throw new Error(written.failed.message);
    }
  const args = [
    join(root, 'dist/cli/main.js'),
    'eval',
    'notes',
    '--models',
    'fixture',
    '--recordings',
    'recordings',
    '--repeat',
    String(repeats),
  ];
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, [...args, '--prompts', 'prompts', '--json'], {
      cwd: folder,
      maxBuffer: 1e9,
    });
    times.push((performance.now() - started) / 1000);
    const measured = stdout.match(/"passed": true/g)?.length ?? 0;
    process.stdout.write(`${times.at(-1)?.toFixed(2) ?? ''} s, ${String(measured)} assertions passed\n`);
  }
  const median = times.toSorted((one, other) => one - other)[1] ?? 0;
  process.stdout.write(
    `${String(cases)} cases, each asked ${String(repeats)} times: ${median.toFixed(2)} s (median of three)\n`,
  );
} finally {
  await rm(folder, { recursive: true });
}

function reply(gap: string): string {
  if (gap.startsWith('orderPaid')) return 'VERDICT: PASS\nREASON: "Dear Ada Lovelace," names the customer.\n';
  const body =
    gap === 'greeting'
      ? "export function greeting(input: GreetingInput): GreetingOutput {\n  return input.customer === '' ? 'Dear customer,' : `Dear ${input.customer},`;\n}"
      : gap === 'priority'
        ? "export function priority(input: PriorityInput): PriorityOutput {\n  return input.total >= 1000 ? 'high' : 'normal';\n}"
        : `export function ${gap}(input: ${type(gap)}Input): ${type(gap)}Output {\n  return input.points >= ${String(Number(gap.slice(4)) + 10)} ? 'gold' : 'silver';\n}`;
  return `\`\`\`ts\n${body}\n\`\`\`\n`;
}

function type(gap: string): string {
  return gap.charAt(0).toUpperCase() + gap.slice(1);
}
