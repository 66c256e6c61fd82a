import { canonicalJson } from '../../../data/canonical-json.ts';
import { hash } from '../../../data/hash.ts';

/** What a request is sent with, but that has no part in what is answered. */
const NO_PART: ReadonlySet<string> = new Set(['metadata', 'stream', 'service_tier']);

/**
 * The name of a request, by what it asks: SHA-256 in hex of the body's canonical JSON (RFC 8785) without `metadata`, `stream`
 * and `service_tier`. The same whatever the order of its keys.
 */
export function requestKey(body: object): string {
  const asked = Object.fromEntries(Object.entries(body).filter(([name]) => !NO_PART.has(name)));
  return hash(canonicalJson(asked));
}
