/** A token that a system gave. */
export interface Token {
  readonly value: string;
  /** When it was given, and until when it is good, where that is known. Epoch milliseconds. */
  readonly givenAt: number;
  readonly expiresAt?: number | undefined;
}

/** Where schemes have their tokens from. */
export interface TokenSource {
  /** The token by a key, or what `ask` brings. */
  get(key: string, now: number, ask: () => Promise<Token>): Token | Promise<Token>;
  /** Says that a token was refused. */
  forget(key: string, value: string): void;
}

/** The tokens of a process: each asked for once, however many requests want it, and again shortly before it expires. */
export class TokenCache implements TokenSource {
  readonly #tokens = new Map<string, Token>();
  readonly #asked = new Map<string, Promise<Token>>();

  /** The token by a key, or what `ask` brings. A failure is everybody's who waits, and is not kept. */
  get(key: string, now: number, ask: () => Promise<Token>): Token | Promise<Token> {
    const known = this.#tokens.get(key);
    if (known !== undefined && isFresh(known, now)) return known;
    const underway = this.#asked.get(key);
    if (underway !== undefined) return underway;
    const asked = ask()
      .then((token) => {
        this.#tokens.set(key, token);
        return token;
      })
      .finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  /** Forgets a token that was refused, unless there is another one by now. */
  forget(key: string, value: string): void {
    if (this.#tokens.get(key)?.value === value) this.#tokens.delete(key);
  }
}

/** A token is renewed a minute before it expires; one with a short life when a tenth of that is left. */
function isFresh({ givenAt, expiresAt }: Token, now: number): boolean {
  return expiresAt === undefined || now < expiresAt - Math.min(60_000, (expiresAt - givenAt) / 10);
}
