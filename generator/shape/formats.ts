/** The formats that are checked, by the runtime's function and what a person calls it. */
export const FORMATS: ReadonlyMap<string, readonly [check: string, noun: string]> = new Map([
  ['date', ['isDate', 'a date (2026-07-31)']],
  ['date-time', ['isDateTime', 'a date and time with its offset (2026-07-31T12:00:00Z)']],
  ['time', ['isTime', 'a time with its offset (12:00:00Z)']],
  ['email', ['isEmail', 'an e-mail address']],
  ['hostname', ['isHostname', 'a host name']],
  ['ipv4', ['isIpv4', 'an IPv4 address']],
  ['ipv6', ['isIpv6', 'an IPv6 address']],
  ['uri', ['isUri', 'a URI']],
  ['uuid', ['isUuid', 'a UUID']],
]);
