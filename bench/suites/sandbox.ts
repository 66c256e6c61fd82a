import { execFile } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { SandboxJob } from '../../generator/gap/trial/sandbox/job.ts';
import { openSandbox } from '../../generator/gap/trial/sandbox/sandbox.ts';
import type { Explosion } from '../../generator/gap/trial/sandbox/testing/bomb-process.ts';
import { repository } from '../build/repository.ts';
import type { Reading } from '../reading.ts';

const SCRIPT = path.join(repository, 'generator', 'gap', 'trial', 'sandbox', 'testing', 'bomb-process.ts');
const CALLS = 1000;

/** The longest that a body holds up the sandbox, the most memory that one takes, and what a usual one costs. */
export async function sandboxSuite(): Promise<readonly Reading[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], { maxBuffer: 2 ** 24 });
  const explosions = stdout
    .trim()
    .split('\n')
    .map((line): Explosion => JSON.parse(line));
  const longest = Math.max(...explosions.map(({ milliseconds }) => milliseconds));
  const largest = Math.max(...explosions.map(({ grown }) => grown));
  const [first, next, call] = await usual();
  return [
    {
      name: 'sandbox-longest',
      what: `the longest of ${explosions.length} bombs`,
      unit: 's',
      rounds: [longest / 1000],
      target: { atMost: 1 },
    },
    {
      name: 'sandbox-memory',
      what: 'the most memory that one takes',
      unit: 'MB',
      rounds: [largest / 1e6],
      target: { atMost: 300 },
    },
    { name: 'sandbox-first', what: 'the first job, worker and engine started', unit: 'ms', rounds: [first] },
    { name: 'sandbox-job', what: 'a job of one call in a VM of its own', unit: 'ms', rounds: next },
    { name: 'sandbox-call', what: `one of ${CALLS} calls in a VM`, unit: 'ms', rounds: call },
  ];
}

/** Milliseconds of the first job, of those after it, and of a call. */
async function usual(): Promise<readonly [number, readonly number[], readonly number[]]> {
  const sandbox = openSandbox();
  const file = 'export function f(input: { readonly a: number }): { b: number } { return { b: input.a + 1 }; }';
  const time = async (inputs: readonly string[]): Promise<number> => {
    const job: SandboxJob = { file, functionName: 'f', inputs, zone: 'UTC', clock: 0 };
    const began = performance.now();
    await sandbox.run(job);
    return performance.now() - began;
  };
  const one = ['{"a":1}'];
  const first = await time(one);
  for (let warm = 0; warm < 20; warm += 1) await time(one);
  const next: number[] = [];
  for (let round = 0; round < 41; round += 1) next.push(await time(one));
  const call: number[] = [];
  const many = Array.from({ length: CALLS }, (_, a) => `{"a":${a}}`);
  for (let round = 0; round < 11; round += 1) call.push((await time(many)) / CALLS);
  await sandbox.dispose();
  return [first, next, call];
}
