import { isIP } from 'node:net';

/** An IPv4 address in four decimal parts without leading zeros. */
export function isIpv4(text: string): boolean {
  return isIP(text) === 4;
}

/** An IPv6 address (RFC 4291), without a zone. */
export function isIpv6(text: string): boolean {
  return isIP(text) === 6 && !text.includes('%');
}
