import type { AuthContext, Credentials } from './scheme.ts';
import type { Token } from './token-cache.ts';

/** How a request carries a token. */
export interface TokenPlace {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly prefix: string;
}

export const BEARER: TokenPlace = { in: 'header', name: 'authorization', prefix: 'Bearer ' };

/** The credentials that a token makes: out of the cache, or asked for by `ask`. */
export function withToken(
  key: string,
  place: TokenPlace,
  context: AuthContext,
  ask: () => Promise<Token>,
): Credentials | Promise<Credentials> {
  const carry = ({ value }: Token): Credentials => {
    const carried = { [place.name]: place.prefix + value };
    return {
      ...(place.in === 'header'
        ? { headers: carried }
        : place.in === 'query'
          ? { query: carried }
          : { cookies: carried }),
      secrets: [value],
      refused: () => context.tokens.forget(key, value),
    };
  };
  const token = context.tokens.get(key, context.now(), async () => {
    const given = await ask();
    context.learn(given.value);
    return given;
  });
  return token instanceof Promise ? token.then(carry) : carry(token);
}

/** What tells the tokens of systems and tenants apart. */
export function tokenKey({ system, tenant }: AuthContext, scheme: string): string {
  return JSON.stringify([system.id, tenant, scheme]);
}
