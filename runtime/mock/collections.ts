import type { MockId } from './definition.ts';
import { valueAt } from './json-path.ts';

/** An item with its place in the order of storing, which it keeps for good. */
export interface StoredItem {
  readonly position: number;
  readonly value: unknown;
}

const firstId = 1001;

/** What the mock systems hold now. Values go in and come out as copies. */
export class Collections {
  readonly #seeds: ReadonlyMap<string, readonly unknown[]>;
  readonly #items = new Map<string, StoredItem[]>();
  readonly #lastIds = new Map<string, number>();
  #lastPosition = 0;

  /** `names`: the collections that exist, with or without seeds. */
  constructor(seeds: Readonly<Record<string, readonly unknown[]>>, names: readonly string[]) {
    const empty = names.map((name): [string, readonly unknown[]] => [name, []]);
    this.#seeds = new Map([...empty, ...Object.entries(structuredClone(seeds))]);
    this.reset();
  }

  /** Back to the seeds; ids count from the start again. */
  reset(): void {
    this.#items.clear();
    this.#lastIds.clear();
    this.#lastPosition = 0;
    for (const [name, values] of this.#seeds) {
      this.#items.set(name, []);
      for (const value of values) this.add(name, value);
    }
  }

  names(): readonly string[] {
    return [...this.#items.keys()];
  }

  /** The items in the order of storing, not copied. Throws for a collection that the definition does not know. */
  items(name: string): readonly StoredItem[] {
    return this.#stored(name);
  }

  add(name: string, value: unknown): void {
    this.#lastPosition += 1;
    this.#stored(name).push({ position: this.#lastPosition, value: structuredClone(value) });
  }

  put(name: string, position: number, value: unknown): void {
    const items = this.#stored(name);
    const index = items.findIndex((item) => item.position === position);
    if (index >= 0) items[index] = { position, value: structuredClone(value) };
  }

  remove(name: string, position: number): void {
    this.#items.set(
      name,
      this.#stored(name).filter((item) => item.position !== position),
    );
  }

  /** The next id that no item of the collection has. */
  newId(name: string, id: MockId): string | number {
    const taken = new Set(this.#stored(name).map((item) => String(valueAt(item.value, id.field))));
    let counter = this.#lastIds.get(name) ?? firstId - 1;
    do counter += 1;
    while (taken.has(`${id.prefix}${counter}`) || taken.has(String(counter)));
    this.#lastIds.set(name, counter);
    return id.type === 'integer' ? counter : `${id.prefix}${counter}`;
  }

  #stored(name: string): StoredItem[] {
    const items = this.#items.get(name);
    if (items === undefined)
      throw new Error(`no mock collection '${name}'; there is: ${this.names().join(', ') || 'none'}`);
    return items;
  }
}
