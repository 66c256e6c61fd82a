import { describe, expect, test } from 'vitest';
import { checkText } from '../testing/check-text.ts';

/** What is said of a system with this `auth`. */
async function said(auth: string): Promise<readonly string[]> {
  const { diagnostics } = await checkText(`
flowright: 1
name: sample
systems: { crm: { baseUrl: 'https://{shop}.example', variables: { shop: {} }, auth: ${auth} } }
endpoints: { ping: { system: crm, method: POST, path: /ping } }
workflows: { ping: { trigger: { manual: {} }, steps: [{ call: ping }] } }
`);
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const OAUTH = "tokenUrl: 'https://{shop}.example/token'";

describe('auth', () => {
  test.each([
    `{ oauth2: { grant: clientCredentials, ${OAUTH} } }`,
    `{ oauth2: { grant: authorizationCode, authorizeUrl: 'https://{shop}.example/auth', ${OAUTH}, clientSecret: none, scopes: [a], authorizeParams: { prompt: consent } } }`,
    `{ oauth2: { grant: refreshToken, ${OAUTH}, clientAuth: privateKeyJwt, key: { secret: KEY }, algorithm: ES256 } }`,
    "{ jwt: { key: { secret: KEY }, claims: { iss: '{shop}.{keyFingerprint}', sub: { secret: SUB } } } }",
    `{ jwt: { key: { secret: KEY }, claims: {}, ${OAUTH} } }`,
    "{ exchange: { url: 'https://{shop}.example/login', auth: { basic: { username: a, password: { secret: P } } }, json: { a: ['{shop}'] }, token: a.b } }",
    '{ signature: { hmac: sha256, header: X, encoding: hex, secret: S, signed: [timestamp, body], timestamp: { header: T } } }',
    '[{ mtls: {} }, { apiKey: { header: A, secret: A } }, { apiKey: { query: b, secret: B } }]',
    '{ awsSigV4: { service: s3 } }',
    '{ oauth1: { twoLegged: true } }',
  ])('takes %s', async (auth) => {
    expect(await said(auth)).toEqual([]);
  });

  test.each([
    [`{ oauth2: { grant: clientCredentials, tokenUrl: 'https://{place}.example' } }`, ["FR2001 no variable 'place'"]],
    [`{ oauth2: { grant: authorizationCode, ${OAUTH} } }`, ["FR2015 grant: authorizationCode needs 'authorizeUrl'"]],
    [
      `{ oauth2: { grant: clientCredentials, ${OAUTH}, authorizeUrl: https://a.example, refreshToken: { secret: R } } }`,
      [
        "FR2017 grant: clientCredentials cannot have 'authorizeUrl'",
        "FR2017 grant: clientCredentials cannot have 'refreshToken'",
      ],
    ],
    [
      `{ oauth2: { grant: clientCredentials, ${OAUTH}, clientAuth: privateKeyJwt } }`,
      ["FR2015 clientAuth: privateKeyJwt needs 'key'"],
    ],
    [
      `{ oauth2: { grant: clientCredentials, ${OAUTH}, key: { secret: KEY } } }`,
      ["FR2017 a client that signs nothing (clientAuth: privateKeyJwt) cannot have 'key'"],
    ],
    ["{ jwt: { key: { secret: KEY }, claims: { iss: '{nobody}' } } }", ["FR2001 no variable 'nobody'"]],
    [
      `{ jwt: { key: { secret: KEY }, claims: {}, ${OAUTH}, header: X } }`,
      ["FR2017 a JWT that is exchanged at a 'tokenUrl' cannot have 'header'"],
    ],
    ['{ jwt: { key: { secret: KEY }, claims: {}, params: { a: b } } }', ["FR2015 'params' needs 'tokenUrl'"]],
    [
      "{ exchange: { url: https://a.example, json: {}, form: {}, token: 'a[].b' } }",
      ["FR2017 a request with 'json' cannot have 'form'", "FR2010 'a[].b' is not expected here"],
    ],
    [
      '{ exchange: { url: https://a.example, auth: { awsSigV4: { service: s3 } }, token: t } }',
      ["FR2017 a request for a token cannot have 'awsSigV4'"],
    ],
    [
      '{ signature: { hmac: sha256, header: X, encoding: hex, secret: S, signed: [timestamp, nonce] } }',
      [
        "FR2015 'timestamp' among what is signed needs 'timestamp'",
        "FR2015 'nonce' among what is signed needs 'nonce'",
      ],
    ],
    [
      '[{ bearer: { secret: A } }, { bearer: { secret: B } }]',
      ["FR2017 an 'auth' that has it already cannot have 'bearer'"],
    ],
  ])('says of %s what is wrong', async (auth, expected) => {
    expect(await said(auth)).toEqual(expected);
  });
});

describe('a signature', () => {
  const webhook = async (signature: string): Promise<readonly string[]> => {
    const { diagnostics } = await checkText(`
flowright: 1
name: sample
systems: { crm: { baseUrl: https://crm.example } }
endpoints: { ping: { system: crm, method: POST, path: /ping } }
workflows: { ping: { trigger: { webhook: { path: /in, signature: ${signature}, payload: { fields: { a: string } } } }, steps: [{ call: ping }] } }
`);
    return diagnostics.map(({ code, message }) => `${code} ${message}`);
  };

  test.each([
    ['{ standardWebhooks: { secret: S } }', []],
    [
      '{ hmac: sha256, header: X, field: v1, encoding: hex, secret: S, timestamp: { field: t }, signed: [timestamp, { header: Y }, body] }',
      [],
    ],
    [
      '{ hmac: sha256, header: X, encoding: hex, secret: S, timestamp: { field: t } }',
      ["FR2015 a time in the signature's header needs 'field'"],
    ],
    [
      '{ hmac: sha256, header: X, encoding: hex, secret: S, signed: [timestamp] }',
      ["FR2015 'timestamp' among what is signed needs 'timestamp'"],
    ],
  ])('%s: %j', async (signature, expected) => {
    expect(await webhook(signature)).toEqual(expected);
  });
});
