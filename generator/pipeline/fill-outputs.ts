import { hash } from '../data/hash.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GapEntry } from '../gap/lock/gap-entry.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import type { GapReport } from './gap-report.ts';
import type { Output } from './output.ts';

/** Outputs whose plans have the files of their filled gaps. */
export interface FilledOutputs {
  readonly outputs: readonly Output[];
  /** What is wrong with files of gaps. */
  readonly diagnostics: readonly Diagnostic[];
  /** Their texts, by their names in messages; of one that is not there yet an empty one. */
  readonly sources: ReadonlyMap<string, string>;
}

/** A gap of an output, and what was made of its body; undefined where none was accepted for its contract. */
interface Filled extends GapReport {
  readonly entry: GapEntry;
  readonly file?: string;
}

/** Fills the gaps of plans with the bodies that stand beside the specs: those that were accepted for just this contract. */
export async function fillOutputs(outputs: readonly Output[], cwd: string): Promise<FilledOutputs> {
  if (outputs.every(({ plan }) => plan.logic.length === 0)) return { outputs, diagnostics: [], sources: new Map() };
  // Contracts are printed with a compiler, which takes long to load.
  const { gapsOf } = await import('./find-gaps.ts');
  const read = await Promise.all(outputs.map(async ({ plan, checked }) => await gapsOf(plan, checked, cwd)));
  const filled = await fillEntries(read.flat());
  const sources = new Map<string, string>();
  for (const { inputs } of read.flat())
    for (const [file, text = ''] of inputs) sources.set(displayPath(file, cwd), text);
  return {
    outputs: outputs.map((output, at) => {
      const gaps = (read[at] ?? []).flatMap((entry) => filled.get(entry) ?? []);
      return gaps.length === 0 ? output : withFills(output, gaps);
    }),
    diagnostics: read.flat().flatMap(({ diagnostics }) => diagnostics),
    sources,
  };
}

/** Checks and hardens the bodies whose hashes are right, all in one run of the type checker. */
async function fillEntries(entries: readonly GapEntry[]): Promise<ReadonlyMap<GapEntry, Filled>> {
  const ready = entries.flatMap((entry) =>
    entry.state === 'ok' && entry.body !== undefined
      ? [{ entry, code: entry.body.body, contract: entry.contract }]
      : [],
  );
  const { checkBodies } = ready.length === 0 ? { checkBodies: undefined } : await import('../gap/check/check-body.ts');
  const verdicts = checkBodies === undefined ? [] : await checkBodies(ready);
  const filled = new Map(entries.map((entry) => [entry, reportOf(entry)]));
  for (const [at, { entry }] of ready.entries()) {
    const verdict = verdicts[at];
    if (verdict === undefined) continue;
    if (!verdict.ok) {
      const [problem] = verdict.problems;
      const why = `the body no longer keeps the rules for code: ${problem?.message ?? 'it is refused'}`;
      filled.set(entry, { ...reportOf(entry), state: 'broken', why });
    } else if (hash(verdict.file) !== entry.lock?.tested) {
      const why = 'the rules by which bodies are made safe have changed since it was accepted';
      filled.set(entry, { ...reportOf(entry), state: 'stale', why });
    } else filled.set(entry, { ...reportOf(entry), file: verdict.file });
  }
  return filled;
}

function reportOf(entry: GapEntry): Filled {
  return { entry, gap: entry.contract.gap, state: entry.state, why: entry.why };
}

function withFills(output: Output, gaps: readonly Filled[]): Output {
  const { plan } = output;
  const byId = new Map(gaps.map((one) => [one.gap, one]));
  const filledPlan: IntegrationPlan = {
    ...plan,
    logic: plan.logic.map((logic) => {
      const file = byId.get(logic.id)?.file;
      return file === undefined ? logic : { ...logic, fill: { file } };
    }),
    readme: {
      ...plan.readme,
      gaps: plan.readme.gaps.map((gap) => ({ ...gap, state: byId.get(gap.id)?.state ?? gap.state })),
    },
  };
  return {
    ...output,
    plan: filledPlan,
    gaps: gaps.map(({ gap, state, why }) => ({ gap, state, why })),
    inputs: new Map(gaps.flatMap(({ entry }) => [...entry.inputs])),
  };
}
