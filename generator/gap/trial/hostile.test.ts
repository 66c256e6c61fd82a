import { afterAll, describe, expect, it } from 'vitest';
import { checkBodies } from '../check/check-body.ts';
import { corpus, type CorpusBody } from '../check/testing/corpus.ts';
import { ROUNDS, runRound, type Body } from './rounds.ts';
import { openSandbox } from './sandbox/sandbox.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.dispose());

/** What a body gives for its input, twice in one VM and once in another; the same three times where nothing shows. */
async function shownBy(body: Body, input: unknown): Promise<string[]> {
  const text = JSON.stringify(input ?? '');
  const [first, second] = ROUNDS;
  const shown: string[] = [];
  for (const [round, inputs] of [
    [first, [text, text]],
    [second, [text]],
  ] as const) {
    const { load, stopped, outcomes } = await runRound(body, inputs, round, sandbox);
    if (load !== undefined) return [`at load: ${load.what}`];
    if (stopped !== undefined) return [`stopped: ${stopped.why}`];
    for (const outcome of outcomes) {
      if (outcome?.kind !== 'value') return [outcome === undefined ? 'nothing' : `${outcome.kind}: ${outcome.what}`];
      shown.push(outcome.json);
    }
  }
  return [...new Set(shown)];
}

/** What is made harmless by hardening gives what it would give if there were nothing to reach. */
const HARDENED: Readonly<Record<string, string>> = {
  'prototype/proto-by-key': '"clean"',
  'reflection/constructor-by-parts': '""',
};

/** Faults, stops, and results that differ are all that a trial finds without examples. */
const isCaught = (shown: readonly string[]): boolean =>
  shown.length > 1 || /^(?:at load|stopped|threw|unfit):/.test(shown[0] ?? '');

describe('hostile bodies that keep the rules', async () => {
  const bodies = corpus('hostile').filter(({ caught, name }) => caught === 'trial' && !name.startsWith('examples/'));
  const verdicts = await checkBodies(bodies);

  it.each(bodies.map((body, at): [string, CorpusBody, number] => [body.name, body, at]))(
    'show in the sandbox: %s',
    async (_, body, at) => {
      const verdict = verdicts[at];
      if (verdict?.ok !== true) throw new Error('the rules refuse it already');
      const shown = await shownBy({ file: verdict.file, functionName: 'fill' }, body.input);
      if (Object.hasOwn(HARDENED, body.name)) expect(shown).toEqual([HARDENED[body.name]]);
      else expect(shown, shown.join()).toSatisfy(isCaught);
    },
  );
});
