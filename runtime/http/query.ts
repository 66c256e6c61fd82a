import type { QueryValue } from './transport.ts';

/** A query string without its `?`, in the order given: `undefined` and `null` are left out, arrays repeat the name. */
export function encodeQuery(query: Readonly<Record<string, QueryValue>>): string {
  let text = '';
  const add = (name: string, value: string | number | boolean): void => {
    text += `${text === '' ? '' : '&'}${encodeQueryPart(name)}=${encodeQueryPart(String(value))}`;
  };
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') for (const item of value) add(name, item);
    else add(name, value);
  }
  return text;
}

/** Percent-encodes a name or a value; a lone surrogate, which has no UTF-8 form, becomes U+FFFD. */
export function encodeQueryPart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** `search` (without `?`) with `name` set to `value`, in place of every value that it had. */
export function setQueryParameter(search: string, name: string, value: string): string {
  const others = search.split('&').filter((part) => part !== '' && decodedName(part) !== name);
  return [...others, `${encodeQueryPart(name)}=${encodeQueryPart(value)}`].join('&');
}

function decodedName(part: string): string {
  const [first = ''] = new URLSearchParams(part).keys();
  return first;
}
