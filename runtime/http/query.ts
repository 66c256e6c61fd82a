import type { QueryList, QueryScalar, QueryValue } from './transport.ts';

/** A query string without its `?`, in the order given: `undefined`, `null` and empty lists are left out. */
export function encodeQuery(query: Readonly<Record<string, QueryValue>>): string {
  let text = '';
  const add = (name: string, value: string | number | boolean): void => {
    text += `${text === '' ? '' : '&'}${encodeQueryPart(name)}=${encodeQueryPart(String(value))}`;
  };
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (typeof value !== 'object') add(name, value);
    else
      for (const [listed, item] of listPairs(name, 'style' in value ? value : { values: value, style: 'repeat' }))
        add(listed, item);
  }
  return text;
}

const SEPARATORS = { comma: ',', space: ' ', pipe: '|' } as const;

function listPairs(
  name: string,
  { values, style, sendEmpty = false }: QueryList,
): readonly (readonly [string, QueryScalar])[] {
  if (values === undefined || values === null) return [];
  if (values.length === 0)
    return sendEmpty ? [[style === 'brackets' ? `${name}[]` : name, style === 'json' ? '[]' : '']] : [];
  switch (style) {
    case 'repeat':
      return values.map((value) => [name, value]);
    case 'brackets':
      return values.map((value) => [`${name}[]`, value]);
    case 'indices':
      return values.map((value, index) => [`${name}[${index}]`, value]);
    case 'json':
      return [[name, JSON.stringify(values)]];
    default:
      return [[name, values.join(SEPARATORS[style])]];
  }
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
