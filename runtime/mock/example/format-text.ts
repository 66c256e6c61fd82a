const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 15, 9, 30);

/** Text of a format (JSON Schema 2020-12, and OpenAPI's usual ones); `undefined` for a format without a rule. */
export function formatText(format: string, variant: number): string | undefined {
  const number = variant + 1;
  const time = new Date(start + variant * day).toISOString();
  switch (format) {
    case 'date-time':
      return time.replace('.000', '');
    case 'date':
      return time.slice(0, 10);
    case 'time':
      return `09:30:${String(variant % 60).padStart(2, '0')}Z`;
    case 'duration':
      return `P${number}D`;
    case 'email':
    case 'idn-email':
      return `person${number}@example.com`;
    case 'hostname':
    case 'idn-hostname':
      return `host${number}.example.com`;
    case 'ipv4':
      return `192.0.2.${(variant % 254) + 1}`; // RFC 5737: for documentation
    case 'ipv6':
      return `2001:db8::${number.toString(16).slice(-4)}`; // RFC 3849: for documentation
    case 'uri':
    case 'url':
    case 'iri':
    case 'uri-reference':
    case 'iri-reference':
    case 'uri-template':
      return `https://example.com/${number}`;
    case 'uuid':
      return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
    case 'json-pointer':
      return `/${number}`;
    case 'relative-json-pointer':
      return String(number);
    case 'regex':
      return `^${number}$`;
    case 'byte':
      return Buffer.from(`text ${number}`).toString('base64');
    default:
      return undefined;
  }
}
