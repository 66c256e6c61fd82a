import { expect, test } from 'vitest';
import { schemeContext } from '../testing/scheme-context.ts';
import { authorizationHeader, oauth1, percentEncode, signatureBase, signatureFor } from './oauth1.ts';
import type { SignedRequest } from './scheme.ts';

const request: SignedRequest = {
  method: 'GET',
  origin: 'http://photos.example.net',
  path: '/photos',
  search: 'file=vacation.jpg&size=original',
  headers: new Map(),
  body: undefined,
};

test('RFC 5849 section 1.2: the signed request of the example', () => {
  const parameters = {
    oauth_consumer_key: 'dpf43f3p2l4k3l03',
    oauth_token: 'nnch734d00sl2jdk',
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: '137131202',
    oauth_nonce: 'chapoH',
  };
  const signature = signatureFor('HMAC-SHA1', signatureBase(request, parameters), 'kd94hf93k423kf44&pfkkdhi9sl3r4s00');
  expect(signature).toBe('MdpQcU8iPSUjWoN/UDMsK2sui9I=');
  expect(authorizationHeader({ ...parameters, oauth_signature: signature }, 'Photos')).toBe(
    'OAuth realm="Photos", oauth_consumer_key="dpf43f3p2l4k3l03", oauth_token="nnch734d00sl2jdk", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131202", oauth_nonce="chapoH", oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"',
  );
});

test('RFC 5849 section 1.2: PLAINTEXT is the key', () => {
  expect(percentEncode(signatureFor('PLAINTEXT', '', 'kd94hf93k423kf44&'))).toBe('kd94hf93k423kf44%26');
});

test('RFC 5849 section 3.4.1.1: parameters of the query, of a form and of the header are in the base string', () => {
  const base = signatureBase(
    {
      method: 'POST',
      origin: 'http://EXAMPLE.COM',
      path: '/request',
      search: 'b5=%3D%253D&a3=a&c%40=&a2=r%20b',
      headers: new Map([['content-type', 'application/x-www-form-urlencoded']]),
      body: 'c2&a3=2+q',
    },
    {
      oauth_consumer_key: '9djdj82h48djs9d2',
      oauth_token: 'kkk9d7dh3k39sjv7',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131201',
      oauth_nonce: '7d8f3e4a',
    },
  );
  expect(base).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  );
});

test('the header that is sent has what was signed, and no request has the nonce of another', async () => {
  const environment = {
    KEY: 'dpf43f3p2l4k3l03',
    SECRET: 'kd94hf93k423kf44',
    TOKEN: 'nnch734d00sl2jdk',
    TOKEN_SECRET: 'pfkkdhi9sl3r4s00',
  };
  const { sign, secrets } = await oauth1(
    {
      kind: 'oauth1',
      method: 'HMAC-SHA256',
      consumerKey: { setting: 'KEY' },
      consumerSecret: { setting: 'SECRET' },
      token: { setting: 'TOKEN' },
      tokenSecret: { setting: 'TOKEN_SECRET' },
    },
    schemeContext(environment, 137_131_202_000),
  );
  const headers = [await sign?.(request), await sign?.(request)].map((signed) => signed?.['authorization'] ?? '');
  expect(new Set(headers).size).toBe(2);
  for (const header of headers) {
    const { oauth_signature: signature, ...parameters } = Object.fromEntries(
      [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]),
    );
    expect(parameters).toMatchObject({ oauth_version: '1.0', oauth_timestamp: '137131202' });
    expect(signature).toBe(
      signatureFor('HMAC-SHA256', signatureBase(request, parameters), 'kd94hf93k423kf44&pfkkdhi9sl3r4s00'),
    );
  }
  expect(new Set(secrets)).toEqual(new Set(Object.values(environment)));
});
