import { isIdentifier } from './identifier.ts';

/** Hands out names that are not taken yet: `email`, `email2`, `email3`. */
export class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(name: string): void {
    this.#taken.add(name);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  all(): Iterable<string> {
    return this.#taken;
  }

  /** The name that is nearest to the wish and free, taken from now on. */
  unique(wish: string): string {
    const base = toName(wish);
    let name = base;
    for (let count = 2; this.#taken.has(name) || !isIdentifier(name); count += 1) name = `${base}${count}`;
    this.#taken.add(name);
    return name;
  }
}

/** Any text as a name in camel case: `total_price` becomes `totalPrice`. */
export function toName(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words
    .map((word, at) => (at === 0 ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  if (name === '') return 'value';
  return /^\d/.test(name) ? `value${name}` : name;
}

/** `SKU` becomes `sku`, `lineItem` stays. */
function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
