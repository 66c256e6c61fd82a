/** The access tokens that the mock systems gave and still take. */
export class IssuedTokens {
  readonly #valid = new Map<string, Set<string>>();
  #count = 0;

  /** A token of a system, unlike every one before it. */
  issue(system: string): string {
    this.#count += 1;
    const token = `mock-${system}-access-token-${this.#count}`;
    this.#valid.set(system, (this.#valid.get(system) ?? new Set()).add(token));
    return token;
  }

  takes(system: string, token: string): boolean {
    return this.#valid.get(system)?.has(token) === true;
  }

  /** From now on no token that the system gave so far is good. */
  expire(system: string): void {
    this.#valid.delete(system);
  }

  /** How many tokens were given. */
  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#valid.clear();
    this.#count = 0;
  }
}
