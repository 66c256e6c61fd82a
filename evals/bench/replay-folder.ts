import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordReply } from '../../generator/gap/provider/recording/write-recording.ts';
import { missingRequests } from '../by-hand/collect.ts';

const FIXTURES = join(import.meta.dirname, '../test/fixtures');
/** What the fixture has of its own: two gaps, and three criteria that are cases. */
const OWN_CASES = 5;

/** Fills a folder with a spec of so many cases, each gap with a body of its own, and with replies to all of them. They are fixtures. */
export async function replayFolder(folder: string, cases: number, repeats: number): Promise<void> {
  await cp(FIXTURES, folder, { recursive: true });
  await rm(join(folder, 'recordings'), { recursive: true });
  const ids = Array.from({ length: cases - OWN_CASES }, (_, at) => at);
  const spec = join(folder, 'notes/notes.integration.yaml');
  const text = (await readFile(spec, 'utf8'))
    .replace('logic:\n', `logic:\n${ids.map(logicOf).join('')}`)
    .replace('    steps:\n', `    steps:\n${ids.map(stepOf).join('')}`);
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
  // Gaps first; what is graded comes of workflows that run with their bodies.
  for (let round = 0; round < 2; round += 1)
    for (const request of await missingRequests(['notes'], options, folder)) {
      const written = await recordReply(options.recordings, request, replyTo(request.gap), '2026-01-31');
      if (!written.ok) throw new Error(written.failed.message);
    }
}

function logicOf(at: number): string {
  return `  tier${String(at)}:
    rule: Gold from ${String(at + 10)} on, else silver.
    input: { points: integer }
    output: { enum: [gold, silver] }
    examples:
      - { in: { points: ${String(at + 10)} }, out: gold }
      - { in: { points: ${String(at + 9)} }, out: silver, hidden: true }
`;
}

function stepOf(at: number): string {
  return `      - { id: tier${String(at)}, logic: tier${String(at)}, with: { points: 12 } }\n`;
}

function replyTo(gap: string): string {
  if (gap.startsWith('orderPaid')) return 'VERDICT: PASS\nREASON: "Dear Ada Lovelace," names the customer.\n';
  return `\`\`\`ts\n${bodyOf(gap)}\n\`\`\`\n`;
}

function bodyOf(gap: string): string {
  if (gap === 'greeting')
    return "export function greeting(input: GreetingInput): GreetingOutput {\n  return input.customer === '' ? 'Dear customer,' : `Dear ${input.customer},`;\n}";
  if (gap === 'priority')
    return "export function priority(input: PriorityInput): PriorityOutput {\n  return input.total >= 1000 ? 'high' : 'normal';\n}";
  const type = gap.charAt(0).toUpperCase() + gap.slice(1);
  const least = String(Number(gap.slice(4)) + 10);
  return `export function ${gap}(input: ${type}Input): ${type}Output {\n  return input.points >= ${least} ? 'gold' : 'silver';\n}`;
}
