import { writeAtomically } from '../../write/write-atomically.ts';
import { writeReason } from '../../write/write-problem.ts';
import type { GapContract } from '../contract/contract.ts';
import type { Judgement } from '../judge.ts';
import type { GapProblem } from '../problem.ts';
import { fileTextOf } from './body-text.ts';
import type { GapEntry } from './gap-entry.ts';
import type { GapLock, Provenance } from './gap-lock.ts';
import { judgeEntries, type JudgeBodies } from './judge-entries.ts';
import { writeFill } from './write-fill.ts';

/** What became of a gap that was to be adopted. */
export interface AdoptedGap {
  readonly entry: GapEntry;
  readonly end:
    | { readonly kind: 'locked'; readonly lock: GapLock }
    /** There was no body; one to start from was written. */
    | { readonly kind: 'begun' }
    | { readonly kind: 'fails'; readonly problems: readonly GapProblem[] }
    /** The operating system refused. */
    | { readonly kind: 'unwritable'; readonly file: string; readonly reason: string };
}

/** Tests the bodies of gaps and locks those that pass; for a gap without one it writes a body to start from. Never rejects for the disk. */
export async function adoptGaps(entries: readonly GapEntry[], judge: JudgeBodies): Promise<readonly AdoptedGap[]> {
  const judged = await judgeEntries(entries, judge);
  const adopted: AdoptedGap[] = [];
  for (const entry of entries) adopted.push(await adopt(entry, judged.get(entry)));
  return adopted;
}

async function adopt(entry: GapEntry, judgement: Judgement | undefined): Promise<AdoptedGap> {
  const { contract, files, attachments } = entry;
  try {
    if (judgement === undefined) {
      await writeAtomically(files.body, fileTextOf(contract, startOf(contract)));
      return { entry, end: { kind: 'begun' } };
    }
    if (!judgement.ok) return { entry, end: { kind: 'fails', problems: judgement.problems } };
    const { body, file } = judgement;
    const fill = { body, file, provenance: provenanceOf(entry), attachments };
    return { entry, end: { kind: 'locked', lock: await writeFill(files, contract, fill) } };
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return { entry, end: { kind: 'unwritable', file: files.body, reason: writeReason(error) } };
  }
}

/** What a model wrote and a person changed is still told to be of that model: what was paid for it stays known. */
function provenanceOf({ lock, state }: GapEntry): Provenance {
  if (lock === undefined || lock.provenance.by === 'hand') return { by: 'hand' };
  return state === 'edited' ? { ...lock.provenance, edited: true } : lock.provenance;
}

/** A body that has the right types, and passes no test. */
function startOf({ signature, functionName, rule, criteria }: GapContract): string {
  const told = [...rule.trim().split('\n'), ...criteria.map((one) => `- ${one}`)];
  const lines = told.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd());
  return `/**\n${lines.join('\n')}\n */\n${signature} {\n  throw new Error('${functionName} is not written yet');\n}\n`;
}
