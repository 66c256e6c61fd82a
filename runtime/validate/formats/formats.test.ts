import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDate } from './date.ts';
import { isDateTime } from './date-time.ts';
import { isEmail } from './email.ts';
import { isHostname } from './hostname.ts';
import { isIpv4, isIpv6 } from './ip.ts';
import { isTime } from './time.ts';
import { isUri } from './uri.ts';
import { isUuid } from './uuid.ts';
import { anyUrl } from '../../ops/testing/any-text.ts';

function judge(check: (text: string) => boolean, good: readonly string[], bad: readonly string[]): void {
  expect(good.filter((text) => !check(text))).toEqual([]);
  expect(bad.filter(check)).toEqual([]);
}

it('knows the calendar', () => {
  judge(
    isDate,
    ['2024-02-29', '2000-02-29', '2026-12-31', '0000-01-01'],
    [
      '2023-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-01-01\n',
      '',
      '٢٠٢٦-01-01',
    ],
  );
});

it('knows times with an offset', () => {
  judge(
    isTime,
    ['10:00:00Z', '10:00:00.123z', '23:59:60Z', '01:59:60+02:00', '10:00:00-23:59'],
    ['10:00:00', '24:00:00Z', '10:60:00Z', '22:59:60Z', '10:00Z', '10:00:00+24:00', '10:00:00.Z', '10:00:00+0200'],
  );
  judge(
    isDateTime,
    ['2026-07-01T10:00:00Z', '2026-07-01t10:00:00.5+02:00'],
    ['2026-07-01 10:00:00Z', '2026-02-30T10:00:00Z', '2026-07-01T10:00:00', '2026-07-01', ''],
  );
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(253402300799999), noInvalidDate: true }), (date) =>
      isDateTime(date.toISOString()),
    ),
  );
});

it('knows mail addresses', () => {
  judge(
    isEmail,
    [
      'ann@example.com',
      "o'neil+tag@sub.example.co",
      '"a b"@example.com',
      '"a\\"b"@example.com',
      'a@[127.0.0.1]',
      'a@[IPv6:::1]',
      'a@localhost',
    ],
    [
      '',
      'ann',
      '@example.com',
      'ann@',
      'a..b@example.com',
      '.a@example.com',
      'a.@example.com',
      'a b@example.com',
      'a@-x.com',
      'a@x..com',
      `${'a'.repeat(65)}@example.com`,
      'a@[300.1.1.1]',
      'a@b@c.com',
      '"a@b.com',
    ],
  );
});

it('knows URIs', () => {
  judge(
    isUri,
    [
      'https://a.example/b?c=d#e',
      'mailto:ann@example.com',
      'urn:isbn:1',
      'http://[::1]:80/',
      'ftp://u:p@h/x',
      'file:///etc',
      'a:',
      'http://a/%20',
      'tel:+1',
      "http://a/?q=a'b",
    ],
    [
      '',
      '/a',
      'a',
      '//a/b',
      'http://a b',
      'http://a/%2',
      'http://a/{x}',
      'http://a/ü',
      '1a:b',
      'http://[::1',
      'http://[zz]/',
      'http://a:b/',
      'http://a/\n',
      'http://a/#b#c',
      ':a',
    ],
  );
  fc.assert(fc.property(anyUrl, (url) => isUri(url)));
});

it('knows UUIDs, addresses and host names', () => {
  judge(
    isUuid,
    [
      '018f3c1e-7b1a-7c3d-8e4f-0123456789ab',
      '00000000-0000-0000-0000-000000000000',
      'F47AC10B-58CC-4372-A567-0E02B2C3D479',
    ],
    [
      '',
      '018f3c1e7b1a7c3d8e4f0123456789ab',
      '{018f3c1e-7b1a-7c3d-8e4f-0123456789ab}',
      '018f3c1e-7b1a-7c3d-8e4f-0123456789ag',
    ],
  );
  judge(isIpv4, ['127.0.0.1', '255.255.255.255'], ['256.1.1.1', '1.1.1', '01.1.1.1', '1.1.1.1.1', '::1', '0x7f.0.0.1']);
  judge(
    isIpv6,
    ['::1', '2001:db8::8a2e:370:7334', '::ffff:1.2.3.4'],
    ['1::2::3', 'fe80::1%eth0', '12345::', '127.0.0.1', ':::', ''],
  );
  judge(
    isHostname,
    ['example.com', 'a', 'xn--bcher-kva.example', '1.2.3.4', 'A-b.C'],
    [
      '',
      '-a.com',
      'a-.com',
      'a..b',
      'a.b.',
      'a_b.com',
      'bücher.example',
      `${'a'.repeat(64)}.com`,
      `${'a.'.repeat(127)}aa`,
    ],
  );
});

it('takes long hostile text in linear time', () => {
  const long = 50_000;
  for (const text of [
    'a'.repeat(long),
    'a-'.repeat(long),
    `a:${'%20'.repeat(long)}{`,
    `${'.a'.repeat(long)}@`,
    `"${'\\"'.repeat(long)}@a`,
    `a://${'a:'.repeat(long)}`,
    ':'.repeat(long),
    `10:00:00.${'0'.repeat(long)}`,
  ]) {
    for (const check of [isDate, isTime, isDateTime, isEmail, isUri, isUuid, isIpv4, isIpv6, isHostname])
      expect(check(`${text}\n`)).toBe(false);
  }
});
