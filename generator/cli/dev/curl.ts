import type { Delivery } from './delivery.ts';
import { shellQuote } from './shell-quote.ts';

/** A delivery as one line for a POSIX shell. An id that each delivery needs is made from the clock, so that the line can be used again. */
export function curlLine({ method, url, headers, body, idHeader }: Delivery): string {
  const given = Object.entries(headers).filter(([name]) => name !== idHeader);
  return [
    'curl -i -X',
    method,
    shellQuote(url),
    ...given.map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`),
    ...(idHeader === undefined ? [] : [`-H "${idHeader}: try-$(date +%s)"`]),
    `--data-raw ${shellQuote(body)}`,
  ].join(' ');
}
