import { isIpv6 } from './ip.ts';

/** A URI with its scheme (RFC 3986): only characters that a URI may have, and percent signs only before two hex digits. */
export function isUri(text: string): boolean {
  const match = /^[a-z][a-z0-9+.-]*:(?:\/\/([^/?#]*))?(.*)$/is.exec(text);
  if (match === null || /%(?![0-9a-f]{2})/i.test(text)) return false;
  const [, authority, rest = ''] = match;
  if (authority !== undefined && !isAuthority(authority)) return false;
  return /^[\w.~!$&'()*+,;=:@%/-]*(\?[\w.~!$&'()*+,;=:@%/?-]*)?(#[\w.~!$&'()*+,;=:@%/?-]*)?$/.test(rest);
}

function isAuthority(text: string): boolean {
  const at = text.lastIndexOf('@');
  const match = /^(?:\[([^\]]*)\]|([\w.~!$&'()*+,;=%-]*))(?::\d*)?$/.exec(text.slice(at + 1));
  if (match === null || !/^[\w.~!$&'()*+,;=:%-]*$/.test(text.slice(0, Math.max(at, 0)))) return false;
  const [, literal] = match;
  return literal === undefined || isIpv6(literal) || /^v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal);
}
