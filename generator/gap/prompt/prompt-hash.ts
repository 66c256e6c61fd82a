import { hash } from '../../data/hash.ts';

/** SHA-256 in hex of the templates of one version of a prompt: the names of its parts, and the text of each. */
export function promptHash(parts: readonly string[], texts: readonly string[]): string {
  return hash(parts.map((part, at) => `${part}.hbs\0${texts[at] ?? ''}\0`).join(''));
}
