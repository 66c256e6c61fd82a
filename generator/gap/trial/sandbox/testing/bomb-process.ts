import type { SandboxJob, SandboxReport } from '../job.ts';
import { openSandbox } from '../sandbox.ts';
import { ALL_BOMBS } from './bombs.ts';

/** What a bomb came to, as a process of its own saw it. */
export interface Explosion {
  readonly name: string;
  readonly report: SandboxReport;
  /** Of the job that came next, and has nothing to do with it. */
  readonly next: SandboxReport;
  readonly milliseconds: number;
  /** Bytes more of memory than before the first, at most since the one before. */
  readonly grown: number;
}

/** The limits are given as JSON; one line for each bomb is printed. The process has to end by itself. */
const sandbox = openSandbox({ everything: true, ...limits() });
const job = (file: string): SandboxJob => ({ file, functionName: 'f', inputs: ['{"a":1}'], zone: 'UTC', clock: 0 });
const INNOCENT = job(
  "export function f(input) { return [input.a, Object.keys({}), JSON.stringify([1]), `${[1, 2]}`, 'abc'.slice(1)]; }",
);

await sandbox.run(INNOCENT);
const before = process.memoryUsage.rss();
let most = before;
// This thread has nothing to do while the bomb goes off in the other.
setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5).unref();
for (const { name, body, around = '' } of ALL_BOMBS) {
  const from = performance.now();
  const report = await sandbox.run(job(`${around}\nexport function f(input) { ${body} }`));
  const milliseconds = performance.now() - from;
  const grown = Math.max(most, process.memoryUsage.rss()) - before;
  most = 0;
  let next = await sandbox.run(INNOCENT);
  // Under limits as short as a test's, a machine that does other things can have stopped it.
  if (next.stopped !== undefined) next = await sandbox.run(INNOCENT);
  const explosion: Explosion = { name, report, next, milliseconds, grown };
  process.stdout.write(`${JSON.stringify(explosion)}\n`);
}

function limits(): object {
  const given: unknown = JSON.parse(process.argv[2] ?? '{}');
  return typeof given === 'object' && given !== null ? given : {};
}
