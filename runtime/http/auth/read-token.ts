import { FatalError } from '../../context/errors.ts';
import { readPath } from '../read-path.ts';
import type { Token } from './token-cache.ts';

/** Where an answer has what. */
export interface TokenPlaces {
  readonly token: (body: unknown) => unknown;
  readonly expiresIn?: readonly (string | number)[] | undefined;
  readonly expiresAt?: readonly (string | number)[] | undefined;
  readonly lifetimeMs?: number | undefined;
}

/** Reads a token out of an answer. `FatalError('invalid_response')` where there is none; the answer itself is never told. */
export function readToken(body: unknown, places: TokenPlaces, system: string, now: number): Token {
  const value = places.token(body);
  if (typeof value !== 'string' || value === '')
    throw new FatalError(
      'invalid_response',
      `${system}: the answer to the request for a token has none where it should be`,
      {
        system,
        operation: 'token',
      },
    );
  return { value, givenAt: now, expiresAt: expiryOf(body, places, now) };
}

function expiryOf(body: unknown, { expiresIn, expiresAt, lifetimeMs }: TokenPlaces, now: number): number | undefined {
  const seconds = expiresIn === undefined ? undefined : numberOf(readPath(body, expiresIn));
  if (seconds !== undefined && seconds > 0) return now + seconds * 1000;
  const until = expiresAt === undefined ? undefined : timeOf(readPath(body, expiresAt));
  return until ?? (lifetimeMs === undefined ? undefined : now + lifetimeMs);
}

/** Some write the seconds as text. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Epoch seconds, milliseconds, or ISO 8601. */
function timeOf(value: unknown): number | undefined {
  const number = numberOf(value);
  if (number !== undefined) return number < 100_000_000_000 ? number * 1000 : number;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
