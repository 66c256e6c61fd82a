import { randomUUID } from 'node:crypto';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { deliver, type Load } from '../engine/load.ts';
import { startRole } from '../engine/start-role.ts';
import { interleave, ratios } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

const DELIVERIES = 2000;
const ROUNDS = { rounds: 9, warmUps: 2 };

/** Workflows of three HTTP calls on the embedded engine, beside a bare Hono handler that makes the same calls; a process for each. */
export async function engineSuite(): Promise<readonly Reading[]> {
  return await inTemporaryFolder(async (folder) => {
    const upstream = await startRole('upstream');
    const variants = [
      await startRole('bare', upstream.url),
      await startRole('embedded', upstream.url),
      await startRole('embedded', upstream.url, folder),
    ] as const;
    try {
      return await measure(variants.map(({ url }) => url));
    } finally {
      for (const role of [upstream, ...variants]) role.stop();
    }
  });
}

async function measure(urls: readonly string[]): Promise<readonly Reading[]> {
  const loads = urls.map((): Load[] => []);
  const duplicates: Load[] = [];
  const fresh = urls.map(
    (url, index) => async () => loads[index]?.push(await deliver(url, DELIVERIES, () => randomUUID())),
  );
  // The first one runs, all others are known by then.
  const again = async (): Promise<unknown> =>
    duplicates.push(await deliver(urls.at(-1) ?? '', DELIVERIES, () => 'the same'));
  await interleave([...fresh, again], ROUNDS);
  const [bare, memory, disk] = loads.map((of) => of.slice(ROUNDS.warmUps));
  const perSecond = (of: readonly Load[] = []): readonly number[] => of.map((load) => load.perSecond);
  const p99 = (of: readonly Load[] = []): readonly number[] => of.map((load) => load.p99);
  return [
    {
      name: 'engine-memory',
      what: 'throughput ÷ bare Hono, store in memory',
      rounds: ratios([perSecond(memory), perSecond(bare)]),
      target: { atLeast: 0.75 },
    },
    {
      name: 'engine-memory-p99',
      what: 'p99 ÷ bare Hono, store in memory',
      rounds: ratios([p99(memory), p99(bare)]),
      target: { atMost: 2 },
    },
    {
      name: 'engine-disk',
      what: 'throughput ÷ bare Hono, store on disk',
      rounds: ratios([perSecond(disk), perSecond(bare)]),
      target: { atLeast: 0.75 },
    },
    {
      name: 'engine-disk-p99',
      what: 'p99 ÷ bare Hono, store on disk',
      rounds: ratios([p99(disk), p99(bare)]),
      target: { atMost: 2 },
    },
    { name: 'engine-bare', what: 'deliveries, bare Hono', unit: '/s', rounds: perSecond(bare) },
    {
      name: 'engine-duplicates',
      what: 'deliveries that came before, on disk',
      unit: '/s',
      rounds: perSecond(duplicates.slice(ROUNDS.warmUps)),
    },
  ];
}
