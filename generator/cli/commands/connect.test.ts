import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../../../runtime/http/testing/consent.ts';
import { json, startLoopback, type Loopback } from '../../../runtime/http/testing/loopback.ts';
import { startProvider, type RunningProvider } from '../../../runtime/http/testing/oidc.ts';
import { spawnCli } from '../testing/spawn-cli.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const SLOW = 120_000;
let provider: RunningProvider;
let api: Loopback;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

const CLIENT = {
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'] as 'code'[],
  application_type: 'native' as const,
  redirect_uris: ['http://127.0.0.1/callback'],
};

beforeAll(async () => {
  provider = await startProvider({
    clients: [
      {
        ...CLIENT,
        client_id: 'crm',
        client_secret: 'client-secret-of-a-test',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: ['openid', 'offline_access'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    pkce: { required: () => true },
  });
  api = await startLoopback((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    void provider.takes(token).then((good) => json(response, good ? 200 : 401, good ? [{ id: '1' }] : { error: 'no' }));
  });
  folder = await temporaryFolder();
  await mkdir(join(folder.path, 'specs'));
  await writeFile(
    join(folder.path, 'specs/contacts.integration.yaml'),
    `flowright: 1
name: contacts
systems:
  crm:
    baseUrl: ${api.url}
    auth:
      oauth2:
        grant: authorizationCode
        authorizeUrl: ${provider.authorizeUrl}
        tokenUrl: ${provider.tokenUrl}
        clientId: crm
        scopes: [openid, offline_access]
        authorizeParams: { prompt: consent }
models: { Contact: { fields: { id: string } } }
endpoints: { list: { system: crm, method: GET, path: /contacts, response: [Contact] } }
workflows:
  list:
    trigger: { manual: { output: [Contact] } }
    steps: [{ id: contacts, call: list }, { return: '{contacts}' }]
`,
  );
  await writeFile(join(folder.path, 'test.env'), 'CRM_CLIENT_SECRET=client-secret-of-a-test\nLOG_LEVEL=debug\n');
  const built = await spawnCli(['build', 'specs'], folder.path);
  expect(built, built.stderr + built.stdout).toMatchObject({ code: 0 });
}, SLOW);

afterAll(async () => {
  await provider.close();
  await api.stop();
  await folder[Symbol.asyncDispose]();
});

/** Runs `connect`, and does what a person and their browser would do with the page. */
async function connect(open: (page: string) => Promise<unknown>) {
  return spawnCli(
    ['connect', 'out/contacts', 'crm', '--env', 'test.env', '--redirect', 'http://127.0.0.1:0/callback'],
    folder.path,
    {
      until: 'prompt=consent\n',
      on: 'stderr',
      endsItself: true,
      act: async (seen) => {
        const page = /^http\S+auth\?\S+$/m.exec(seen)?.[0] ?? '';
        await open(page);
      },
    },
  );
}

test('a person who agrees connects the system; runs renew their tokens from then on', { timeout: SLOW }, async () => {
  const before = await spawnCli(['run', 'out/contacts', 'list', '--env', 'test.env'], folder.path);
  expect(before.stderr).toContain("run 'flowright connect' for crm, or set CRM_REFRESH_TOKEN");

  const { code, stdout, stderr } = await connect(async (page) => {
    const back = await browse(page, provider.issuer);
    expect(back.pathname).toBe('/callback');
    expect(await (await fetch(back)).text()).toContain('Connected');
  });
  expect({ code, stdout }, stderr).toEqual({
    code: 0,
    stdout: 'crm is connected; the refresh token is in .flowright/tokens.json\n',
  });

  const file = join(folder.path, '.flowright/tokens.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const first = await readFile(file, 'utf8');
  const run = await spawnCli(['run', 'out/contacts', 'list', '--env', 'test.env'], folder.path);
  expect(JSON.parse(run.stdout)).toEqual([{ id: '1' }]);
  // The provider gives another refresh token each time.
  const second = await readFile(file, 'utf8');
  expect(second).not.toBe(first);
  const { 'crm/default': stored }: Record<string, { refreshToken: string } | undefined> = JSON.parse(second);
  for (const secret of [
    stored?.refreshToken ?? '',
    'client-secret-of-a-test',
    ...api.received.map(({ headers }) => headers.authorization?.slice(7) ?? ''),
  ]) {
    expect(secret).not.toBe('');
    expect(run.stdout + run.stderr + stdout + stderr).not.toContain(secret);
    expect(await readFile(join(folder.path, '.flowright/runs.db'), 'latin1')).not.toContain(secret);
  }
  expect(
    JSON.parse((await spawnCli(['run', 'out/contacts', 'list', '--env', 'test.env'], folder.path)).stdout),
  ).toEqual([{ id: '1' }]);
});

test.each([
  [
    'of a person who does not agree',
    (back: URL) => `error=access_denied&state=${back.searchParams.get('state')}`,
    'it was not agreed to: access_denied',
  ],
  ['with a code that is none', (back: URL) => `code=made-up&state=${back.searchParams.get('state')}`, 'invalid_grant'],
  [
    'that belongs to another request',
    (back: URL) => `code=${back.searchParams.get('code')}&state=another`,
    'belongs to another request',
  ],
])('an answer %s connects nothing', { timeout: SLOW }, async (_, query, reason) => {
  const { code, stderr } = await connect(async (page) => {
    const back = await browse(page, provider.issuer);
    const answer = await fetch(`${back.origin}${back.pathname}?${query(back)}`);
    expect(answer.status).toBe(400);
  });
  expect(code).not.toBe(0);
  expect(stderr).toContain('FR6016');
  expect(stderr).toContain(reason);
});

test('says which system there is none of, and which nobody has to agree to', { timeout: SLOW }, async () => {
  const unknown = await spawnCli(['connect', 'out/contacts', 'cmr'], folder.path);
  expect(unknown.stderr).toContain("there is no system 'cmr'");
  expect(unknown.stderr).toContain("did you mean 'crm'");
  const away = await spawnCli(['connect', 'out/contacts', 'crm', '--redirect', 'https://evil.example/'], folder.path);
  expect(away.stderr).toContain('does not lead back to this machine');
});
