import { isRecord } from '../../data/is-record.ts';
import { isPathBelow } from '../../write/path-below.ts';
import type { AttachmentHash } from '../contract/contract.ts';
import type { GapLock, Provenance, Usage } from './gap-lock.ts';

const HASH = /^[0-9a-f]{64}$/;

/** A lock's text as data; what is wrong with it where it is none that this version writes. */
export function readLock(text: string): GapLock | { readonly reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  if (!isRecord(data)) return { reason: 'it is no object' };
  if (data['version'] !== 1) return { reason: 'it has another version than 1' };
  const { contract, body, tested } = data;
  if (!isHash(contract) || !isHash(body) || !isHash(tested))
    return { reason: "its 'contract', 'body' and 'tested' are not hashes" };
  const attachments = attachmentsOf(data['attachments']);
  if (attachments === undefined) return { reason: "its 'attachments' are not files with their hashes" };
  const provenance = provenanceOf(data['provenance']);
  if (provenance === undefined) return { reason: "its 'provenance' does not say where the body is from" };
  return { version: 1, contract, body, tested, attachments, provenance };
}

/** The text of a lock. */
export function lockText({ version, contract, body, tested, attachments, provenance }: GapLock): string {
  return `${JSON.stringify({ version, contract, body, tested, attachments, provenance }, undefined, 2)}\n`;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

function attachmentsOf(value: unknown): readonly AttachmentHash[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const list = value.flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const { file, sha256 } = one;
    return typeof file === 'string' && isReadable(file) && isHash(sha256) ? [{ file, sha256 }] : [];
  });
  return list.length === value.length ? list : undefined;
}

/** Relative; it may lead out of the spec's folder, to what lies beside it. */
function isReadable(file: string): boolean {
  return isPathBelow(file.replace(/^(?:\.\.\/)+/, ''));
}

function provenanceOf(value: unknown): Provenance | undefined {
  if (!isRecord(value)) return undefined;
  if (value['by'] === 'hand') return { by: 'hand' };
  if (value['by'] !== 'model') return undefined;
  const { model, via, prompt, promptHash, tries, cost, edited } = value;
  const usage = usageOf(value['usage']);
  if (typeof model !== 'string' || typeof via !== 'string' || typeof prompt !== 'string') return undefined;
  if (typeof promptHash !== 'string' || !isCount(tries) || usage === undefined) return undefined;
  if (cost !== undefined && !isAmount(cost)) return undefined;
  return {
    by: 'model',
    model,
    via,
    prompt,
    promptHash,
    tries,
    usage,
    ...(cost !== undefined && { cost }),
    ...(edited === true && { edited }),
  };
}

function usageOf(value: unknown): Usage | undefined {
  if (!isRecord(value)) return undefined;
  const { input, output } = value;
  if ((input !== undefined && !isCount(input)) || (output !== undefined && !isCount(output))) return undefined;
  return { ...(input !== undefined && { input }), ...(output !== undefined && { output }) };
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isInteger(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
