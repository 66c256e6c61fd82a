import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EvalRun } from '../../generator/eval/results.ts';
import type { Reading } from '../../bench/reading.ts';
import { renderTable } from '../../bench/report/table.ts';
import { replayFolder } from './replay-folder.ts';

// node evals/bench/replay.ts [cases repeats]: seconds that `flowright eval` takes over so many cases, each asked so often, from recorded
// replies; without arguments, of 500 askings in both shapes. All is measured, from the start of the first process to the end of the last: the specs,
// every body's checks and trial, the workflows, promptfoo and the gate. What does not pass is not timed: it ends the benchmark.
const ROUNDS = 5;
/** Seconds for 500 askings. */
const TARGET = 6;
const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');
const start = promisify(execFile);

interface Shape {
  readonly cases: number;
  readonly repeats: number;
  readonly folder: string;
  readonly rounds: number[];
}

const [wanted, askings = '1'] = process.argv.slice(2);
const sizes =
  wanted === undefined
    ? [
        { cases: 100, repeats: 5 },
        { cases: 500, repeats: 1 },
      ]
    : [{ cases: Number(wanted), repeats: Number(askings) }];
const root = await mkdtemp(join(tmpdir(), 'flowright-bench-'));
try {
  const shapes: Shape[] = [];
  for (const { cases, repeats } of sizes) {
    const folder = join(root, `${String(cases)}x${String(repeats)}`);
    await replayFolder(folder, cases, repeats);
    shapes.push({ cases, repeats, folder, rounds: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const shape of round % 2 === 0 ? shapes : shapes.toReversed()) shape.rounds.push(await seconds(shape));
  const readings = shapes.map((shape): Reading => ({
    name: `replay-${String(shape.cases)}x${String(shape.repeats)}`,
    what: `${String(shape.cases)} cases, each asked ${shape.repeats === 1 ? 'once' : `${String(shape.repeats)} times`}`,
    unit: 's',
    rounds: shape.rounds,
    ...(shape.cases * shape.repeats === 500 && { target: { atMost: TARGET } }),
  }));
  process.stdout.write(`${renderTable(readings, process.stdout)}\n`);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(
    `${String(cpus().length)} cores; ${load} processes wanted one of them at the end, these among them\n`,
  );
} finally {
  await rm(root, { recursive: true });
}

async function seconds({ cases, repeats, folder }: Shape): Promise<number> {
  const options = [
    '--models',
    'fixture',
    '--recordings',
    'recordings',
    '--prompts',
    'prompts',
    '--repeat',
    String(repeats),
  ];
  const started = performance.now();
  const { stdout } = await start(process.execPath, [MAIN, 'eval', 'notes', ...options, '--json'], {
    cwd: folder,
    maxBuffer: 1e9,
  });
  const taken = (performance.now() - started) / 1000;
  const { runs }: { readonly runs: readonly { readonly run: EvalRun }[] } = JSON.parse(stdout);
  const ended = runs.flatMap(({ run }) => run.cases.flatMap((one) => one.repeats));
  const passed = ended.filter(({ assertions, error }) => error === undefined && assertions.every((one) => one.passed));
  if (passed.length !== cases * repeats)
    throw new Error(`${String(passed.length)} of ${String(cases * repeats)} passed`);
  return taken;
}
