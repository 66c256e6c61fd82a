import { performance } from 'node:perf_hooks';
import { judgeMany } from '../../generator/gap/judge.ts';
import { openSandbox } from '../../generator/gap/trial/sandbox/sandbox.ts';
import { dealGaps } from '../gaps/deals.ts';
import type { Reading } from '../reading.ts';

const GAPS = 100;
const ROUNDS = 7;

/** What `flowright gaps verify` does with its bodies once it has started: check, harden and try them. */
export async function gapsVerifySuite(): Promise<readonly Reading[]> {
  const sandbox = openSandbox();
  const seconds = async (count: number): Promise<number> => {
    const given = dealGaps(count);
    const began = performance.now();
    const judgements = await judgeMany(given, sandbox);
    const took = (performance.now() - began) / 1000;
    if (!judgements.every(({ ok }) => ok)) throw new Error(`A body was refused: ${JSON.stringify(judgements)}`);
    return took;
  };
  await seconds(4);
  const hundred: number[] = [];
  const one: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    hundred.push(await seconds(GAPS));
    one.push(await seconds(1));
  }
  await sandbox.dispose();
  return [
    {
      name: 'gaps-verify',
      what: `${GAPS} bodies checked and tried`,
      unit: 's',
      rounds: hundred,
      target: { atMost: 3 },
    },
    { name: 'gaps-verify-one', what: 'one of them', unit: 's', rounds: one, target: { atMost: 0.3 } },
  ];
}
