import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { judgeMany } from '../../generator/gap/judge.ts';
import { adoptGaps } from '../../generator/gap/lock/adopt-gap.ts';
import type { GapEntry } from '../../generator/gap/lock/gap-entry.ts';
import type { JudgeBodies } from '../../generator/gap/lock/judge-entries.ts';
import { verifyGaps } from '../../generator/gap/lock/verify-gap.ts';
import { openSandbox } from '../../generator/gap/trial/sandbox/sandbox.ts';
import { findGaps } from '../../generator/pipeline/find-gaps.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import type { Reading } from '../reading.ts';

const MANY = 100;

/** A spec of so many gaps, each with a visible and a hidden example. */
function specOf(gaps: number): string {
  const ids = Array.from({ length: gaps }, (_, at) => String(at));
  const logic = ids.map(
    (id) =>
      `  grade${id}: { rule: 'Rule ${id}.', input: { email: string, total: number }, output: string, examples: [{ in: { email: a@b.example, total: 1 }, out: b${id} }, { in: { email: c@d.example, total: 2000 }, out: a${id}, hidden: true }] }`,
  );
  const steps = ids.map(
    (id) => `      - { id: g${id}, logic: grade${id}, with: { email: '{input.email}', total: '{input.total}' } }`,
  );
  return [
    'flowright: 1',
    'name: many',
    'systems: { crm: { baseUrl: https://crm.example.com } }',
    'models: { Lead: { fields: { email: string, total: number } } }',
    'endpoints: { send: { system: crm, method: POST, path: /leads, request: Lead } }',
    'logic:',
    ...logic,
    'workflows:',
    '  ask:',
    '    trigger: { manual: { input: Lead } }',
    '    steps:',
    ...steps,
    "      - { call: send, with: { body: '{input}' } }",
    '',
  ].join('\n');
}

/** Fills every gap of the spec in a folder by hand. */
async function fill(cwd: string, gaps: number, judge: JudgeBodies): Promise<void> {
  await writeFile(path.join(cwd, 'many.integration.yaml'), specOf(gaps));
  await adoptGaps(await gapsIn(cwd), judge);
  for (const { files, contract } of await gapsIn(cwd)) {
    const id = contract.gap.replace('grade', '');
    const text = await readFile(files.body, 'utf8');
    const body = `return input.total > 1000 ? 'a${id}' : 'b${id}';`;
    await writeFile(files.body, text.replace(/throw new Error\(.*\);/, body));
  }
  await adoptGaps(await gapsIn(cwd), judge);
}

async function gapsIn(cwd: string): Promise<readonly GapEntry[]> {
  return (await findGaps(['.'], { cwd })).integrations.flatMap(({ gaps }) => gaps);
}

/** What `flowright gaps verify` does once it has started, with 100 filled gaps and with one; rejects where a gap is not ok. */
export async function gapsVerifySuite(): Promise<readonly Reading[]> {
  const sandbox = openSandbox();
  const judge: JudgeBodies = async (given) => await judgeMany(given, sandbox);
  try {
    const many = await timesOf(MANY, judge);
    const one = await timesOf(1, judge);
    return [
      {
        name: 'gaps-verify',
        what: `verify ${String(MANY)} gaps, once started`,
        unit: 's',
        rounds: many.map((time) => time / 1000),
        target: { atMost: 3 },
      },
      { name: 'gap-verify', what: 'verify one gap, once started', unit: 'ms', rounds: one, target: { atMost: 300 } },
    ];
  } finally {
    await sandbox.dispose();
  }
}

const ROUNDS = 5;

/** Milliseconds of each round; the first, which loads what it needs, does not count. */
async function timesOf(gaps: number, judge: JudgeBodies): Promise<readonly number[]> {
  return await inTemporaryFolder(async (cwd) => {
    await fill(cwd, gaps, judge);
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const started = performance.now();
      const verified = await verifyGaps(await gapsIn(cwd), judge);
      times.push(performance.now() - started);
      const open = verified.find(({ state }) => state !== 'ok');
      if (open !== undefined) throw new Error(`${open.entry.contract.gap} is ${open.state}: ${open.why}`);
    }
    return times.slice(1);
  });
}
