import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from '../../data/hash.ts';
import { writeAtomically } from '../../write/write-atomically.ts';
import type { Usage } from '../lock/gap-lock.ts';
import type { Answered, ModelRequest } from '../provider/provider.ts';
import type { FillTarget } from './fill-target.ts';
import { readEntry, type JournalEntry } from './journal-entry.ts';

/**
 * Replies that have arrived, kept until their gap is concluded, so that a run that was killed is not paid for twice. One file
 * for each request, in a folder for each gap; each is written whole or not at all.
 */
export interface Journal {
  /** What is known of this request: nothing, tries that failed, or its reply. */
  readonly find: (target: FillTarget, request: ModelRequest) => Promise<JournalEntry | undefined>;
  /** Notes that the request is about to be sent: whoever finds the note without a reply knows that one may have been lost. */
  readonly begin: (target: FillTarget, request: ModelRequest) => Promise<void>;
  readonly keep: (target: FillTarget, request: ModelRequest, answer: Answered) => Promise<void>;
  /** The request failed, after these tokens. */
  readonly failed: (target: FillTarget, request: ModelRequest, usage: Usage) => Promise<void>;
  /** Notes that this body is about to be written. */
  readonly accept: (target: FillTarget, body: string) => Promise<void>;
  /** Whether a run that has ended was about to write this body: then it is nobody's edit, though its lock is not there. */
  readonly isAccepted: (target: FillTarget, body: string) => Promise<boolean>;
  /** Forgets a gap: its lock is written, or it was given up. */
  readonly conclude: (target: FillTarget) => Promise<void>;
  /** What names a request, in the journal and in a batch: 64 hexadecimal digits. */
  readonly keyOf: (request: ModelRequest) => string;
}

/** `scope`: who answers. A reply of one server is none of another's. */
export function openJournal(folder: string, scope: string): Journal {
  const keyOf = (request: ModelRequest): string => requestKey(scope, request);
  const fileOf = (target: FillTarget, request: ModelRequest): string =>
    join(folderOf(folder, target), `${keyOf(request).slice(0, 32)}.json`);
  const acceptedOf = (target: FillTarget): string => join(folderOf(folder, target), 'accepted');
  const find: Journal['find'] = async (target, request) => {
    const text = await readFile(fileOf(target, request), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : readEntry(text, keyOf(request));
  };
  const change = async (
    target: FillTarget,
    request: ModelRequest,
    how: (entry: JournalEntry) => JournalEntry,
  ): Promise<void> => {
    const fresh: JournalEntry = { version: 1, key: keyOf(request), inFlight: false, failed: { asks: 0 } };
    const entry = how((await find(target, request)) ?? fresh);
    await writeAtomically(fileOf(target, request), `${JSON.stringify(entry, undefined, 2)}\n`);
  };
  return {
    find,
    keyOf,
    begin: (target, request) => change(target, request, (entry) => ({ ...entry, inFlight: true })),
    keep: (target, request, answer) => change(target, request, (entry) => ({ ...entry, inFlight: false, answer })),
    failed: (target, request, usage) =>
      change(target, request, ({ failed, ...entry }) => ({
        ...entry,
        inFlight: false,
        failed: {
          asks: failed.asks + 1,
          input: (failed.input ?? 0) + (usage.input ?? 0),
          output: (failed.output ?? 0) + (usage.output ?? 0),
        },
      })),
    accept: (target, body) => writeAtomically(acceptedOf(target), `${hash(body.trim())}\n`),
    isAccepted: async (target, body) =>
      (await readFile(acceptedOf(target), 'utf8').catch(() => '')) === `${hash(body.trim())}\n`,
    conclude: (target) => rm(folderOf(folder, target), { recursive: true, force: true }),
  };
}

/** Names of integrations and gaps are words of the spec; whatever they were, they stay below the folder. */
function folderOf(folder: string, { contract }: FillTarget): string {
  return join(folder, 'replies', ...[contract.integration, contract.gap].map((name) => name.replace(/[^\w-]/g, '_')));
}

function requestKey(scope: string, { integration, gap, model, maxTokens, prompt, repeat }: ModelRequest): string {
  const said = prompt.turns.map(({ role, content }) => [role, content]);
  return hash(JSON.stringify([scope, integration, gap, model, maxTokens, prompt.system, said, repeat]));
}
