import { canonicalJson } from '../../data/canonical-json.ts';
import { hash } from '../../data/hash.ts';
import type { AttachmentHash, GapContract } from './contract.ts';

/**
 * SHA-256 in hex of what a fill is accepted for. A body stays valid as long as this does: neither the wording of a prompt, nor
 * where the gap stands in its spec, nor how its types are printed is part of it.
 */
export function contractHash(contract: GapContract, attachments: readonly AttachmentHash[] = []): string {
  const { gap, functionName, description, rule, criteria, properties, examples, inputSchema, outputSchema } = contract;
  const text = canonicalJson({
    gap,
    functionName,
    description,
    rule,
    criteria,
    properties: properties?.map(({ criterion, holds }) => ({ criterion, holds })),
    examples,
    inputSchema,
    outputSchema,
    attachments: attachments.toSorted((one, other) => (one.file < other.file ? -1 : 1)),
  });
  return hash(text);
}
