import { isHostname } from './hostname.ts';
import { isIpv4, isIpv6 } from './ip.ts';

/** A mail address (RFC 5321 `Mailbox`): a dot-string or quoted local part of at most 64, at a host name or an address literal. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || text.length > 254) return false;
  const dotString = local.split('.').every((atom) => /^[\w!#$%&'*+/=?^`{|}~-]+$/.test(atom));
  const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/.test(local);
  return (dotString || quoted) && (isHostname(domain) || isAddressLiteral(domain));
}

function isAddressLiteral(text: string): boolean {
  if (!text.startsWith('[') || !text.endsWith(']')) return false;
  const inner = text.slice(1, -1);
  return isIpv4(inner) || (/^ipv6:/i.test(inner) && isIpv6(inner.slice(5)));
}
