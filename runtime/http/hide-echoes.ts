import { encodeQueryPart } from './query.ts';
import type { WireResponse } from './exchange.ts';

/** The forms in which a system may write a query parameter of ours into the links that it gives. */
export function echoesOf(query: Readonly<Record<string, string>>): string[] {
  return Object.entries(query).flatMap(([name, value]) => {
    const encoded = encodeQueryPart(value);
    const plus = encoded.replaceAll('%20', '+');
    return [...new Set([value, encoded, plus])].map((form) => `${name}=${form}`);
  });
}

/**
 * A text without the credentials that went out in the query: a next link often repeats them, and what a step returns is
 * journalled. The transport puts them back when the link is followed.
 */
export function hideEchoes(text: string, echoes: readonly string[]): string {
  return echoes.reduce((hidden, echo) => hidden.replaceAll(echo, `${echo.slice(0, echo.indexOf('='))}=***`), text);
}

/** The same for every header (`Link`, `Location`). */
export function hideEchoesInHeaders(
  headers: WireResponse['headers'],
  echoes: readonly string[],
): WireResponse['headers'] {
  if (echoes.length === 0) return headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, hideEchoes(value, echoes)]));
}
