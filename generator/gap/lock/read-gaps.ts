import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { hash } from '../../data/hash.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { IntegrationPlan } from '../../ir/integration.ts';
import type { AttachmentHash, GapContract } from '../contract/contract.ts';
import { contractsOf } from '../contract/contracts-of.ts';
import { bodyIn } from './body-text.ts';
import type { GapEntry } from './gap-entry.ts';
import { gapFiles, type GapFiles } from './gap-files.ts';
import { stateOf } from './gap-state.ts';
import { readGapFile, type GapFileText } from './read-gap-file.ts';
import { readLock } from './read-lock.ts';

/** A spec whose gaps are read. */
export interface GapSource {
  readonly plan: IntegrationPlan;
  /** Those of the plan, where they are made already. */
  readonly contracts?: readonly GapContract[];
  /** Absolute. */
  readonly spec: string;
  /** The gaps that the spec names; the others are those of `rule` rows. */
  readonly named: ReadonlySet<string>;
  readonly cwd: string;
}

/** The gaps of an integration with their states, in the order of its plan. Files that cannot be trusted are told of; never rejects for them. */
export async function readGaps(source: GapSource): Promise<readonly GapEntry[]> {
  const contracts = source.contracts ?? (await contractsOf(source.plan));
  return await Promise.all(
    source.plan.logic.flatMap(({ symbol }, at) => {
      const contract = contracts[at];
      return contract === undefined
        ? []
        : [readGap(contract, gapFiles(source.spec, source.plan.name, symbol.file), source)];
    }),
  );
}

async function readGap(contract: GapContract, files: GapFiles, { named, cwd }: GapSource): Promise<GapEntry> {
  const [bodyText, lockFile] = await Promise.all([
    readGapFile(files.folder, files.body),
    readGapFile(files.folder, files.lock),
  ]);
  const inputs = new Map([
    [files.body, textOf(bodyText)],
    [files.lock, textOf(lockFile)],
  ]);
  const texts = new Map(
    [...inputs].flatMap(([file, text]) => (text === undefined ? [] : [[displayPath(file, cwd), text] as const])),
  );
  const kind = named.has(contract.gap) ? ('logic' as const) : ('rule' as const);
  const base = { contract, files, kind, texts, inputs };
  const told = (file: string, reason: string, line = 1): GapEntry => {
    const name = displayPath(file, cwd);
    const place: Place = { file: name, line, column: 1, endLine: line, endColumn: 1 };
    const problem = diagnostic('FR7003', { file: name, gap: contract.gap, reason }, place);
    return {
      ...base,
      state: 'broken',
      why: `${name} cannot be used: ${reason}`,
      attachments: [],
      diagnostics: [problem],
    };
  };
  if ('reason' in bodyText) return told(files.body, bodyText.reason, bodyText.line);
  if ('reason' in lockFile) return told(files.lock, lockFile.reason, lockFile.line);
  const lock = 'text' in lockFile ? readLock(lockFile.text) : undefined;
  if (lock !== undefined && 'reason' in lock) return told(files.lock, lock.reason);
  const body = 'text' in bodyText ? bodyIn(bodyText.text) : undefined;
  const attachments = await present(lock?.attachments ?? [], files.folder);
  for (const { file, text } of attachments) inputs.set(path.resolve(files.folder, file), text);
  return {
    ...base,
    ...stateOf(contract, { body: body?.body, lock, attachments }),
    attachments: (lock?.attachments ?? []).map((one) => {
      const now = attachments.find(({ file }) => file === one.file);
      return now === undefined ? one : { file: now.file, sha256: now.sha256 };
    }),
    ...(body !== undefined && { body }),
    ...(lock !== undefined && { lock }),
    diagnostics: [],
  };
}

function textOf(file: GapFileText): string | undefined {
  return 'absent' in file ? undefined : file.text;
}

/** Larger ones are no documents that a prompt was given. */
const LARGEST_ATTACHMENT = 16 * 1024 * 1024;

/** The attachments whose files are there, with the hashes that they have now. */
async function present(
  recorded: readonly AttachmentHash[],
  folder: string,
): Promise<readonly (AttachmentHash & { readonly text: string })[]> {
  const found = await Promise.all(
    recorded.map(async ({ file }) => {
      const absolute = path.resolve(folder, file);
      const stats = await stat(absolute).catch(() => undefined);
      if (stats?.isFile() !== true || stats.size > LARGEST_ATTACHMENT) return [];
      const bytes = await readFile(absolute).catch(() => undefined);
      if (bytes === undefined) return [];
      return [{ file, sha256: hash(bytes), text: bytes.toString('utf8') }];
    }),
  );
  return found.flat();
}
