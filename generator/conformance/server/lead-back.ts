import type { Exchange, RecordedCase } from '../cases/recorded-case.ts';
import { decoded } from './match-exchange.ts';

interface Surroundings extends Pick<RecordedCase, 'exchanges' | 'expected'> {
  readonly origin: string;
}

/**
 * An answer whose links to further exchanges lead to this server: recordings keep the real host in them, which need not be the
 * one that the spec declares. A URL that the expected result holds is data and stays as it is.
 */
export function leadBack(exchange: Exchange, { exchanges, expected, origin }: Surroundings): Exchange {
  const data = JSON.stringify(expected);
  const isPage = (url: URL): boolean => exchanges.some(({ path }) => decoded(path) === decoded(url.pathname));
  const led = (text: string): string => {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol) || !isPage(url)) return text;
    return data.includes(JSON.stringify(text).slice(1, -1))
      ? text
      : origin + text.slice(text.indexOf('/', text.indexOf('//') + 2));
  };
  const { link } = exchange.responseHeaders;
  return {
    ...exchange,
    ...(link !== undefined && {
      responseHeaders: {
        ...exchange.responseHeaders,
        link: link.replaceAll(/<([^>]*)>/g, (_, target: string) => `<${led(target)}>`),
      },
    }),
    ...(exchange.bodyEncoding === 'json' && { responseBody: mapTexts(exchange.responseBody, led) }),
  };
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, map)]));
}
