import { expect, test } from 'vitest';
import { awsSigV4 } from './aws-sig-v4.ts';
import { schemeContext } from '../testing/scheme-context.ts';
import type { SignedRequest } from './scheme.ts';

const environment = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const auth = {
  kind: 'awsSigV4',
  service: 'service',
  region: { setting: '', default: 'us-east-1' },
  accessKeyId: { setting: 'AWS_ACCESS_KEY_ID' },
  secretAccessKey: { setting: 'AWS_SECRET_ACCESS_KEY' },
  sessionToken: { setting: 'AWS_SESSION_TOKEN', optional: true },
} as const;

async function signed(change: Partial<SignedRequest>, settings: Record<string, string> = environment) {
  const context = schemeContext(settings, Date.parse('2015-08-30T12:36:00Z'));
  const { sign } = await awsSigV4(auth, context);
  const request = {
    method: 'GET',
    origin: 'https://example.amazonaws.com',
    path: '/',
    search: '',
    headers: new Map(),
    body: undefined,
  };
  return (await sign?.({ ...request, ...change })) ?? {};
}

/** The signature test suite of AWS (aws-sig-v4-test-suite): the request, and the signature that it has there. */
test.each<[string, Partial<SignedRequest>, string]>([
  ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  [
    'get-vanilla-query-order-key-case',
    { search: 'Param2=value2&Param1=value1' },
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  ],
  [
    'get-unreserved',
    { path: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' },
    '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  ],
  ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'post-x-www-form-urlencoded',
    {
      method: 'POST',
      headers: new Map([['content-type', 'application/x-www-form-urlencoded']]),
      body: 'Param1=value1',
    },
    'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  ],
])('signs %s as the test suite of AWS has it', async (_, request, signature) => {
  const { authorization, 'x-amz-date': date } = await signed(request);
  expect(date).toBe('20150830T123600Z');
  expect(authorization).toContain('Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request');
  expect(authorization).toContain(`Signature=${signature}`);
});

test('bytes are signed as the same text is, and a session token goes along and is signed', async () => {
  const post = { method: 'POST', headers: new Map([['content-type', 'text/plain']]) };
  const bytes = await signed({ ...post, body: Buffer.from('Grüße') });
  expect(bytes).toEqual(await signed({ ...post, body: 'Grüße' }));
  const session = await signed({}, { ...environment, AWS_SESSION_TOKEN: 'a-session' });
  expect(session['x-amz-security-token']).toBe('a-session');
  expect(session['authorization']).toContain('x-amz-security-token');
});
