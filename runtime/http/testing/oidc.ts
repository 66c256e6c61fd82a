import { createServer, type Server } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';
import { vi } from 'vitest';
import { agree } from './consent.ts';

/** An OpenID provider on a free loopback port; `calls` are the bodies of its token endpoint's requests. */
export interface RunningProvider {
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly authorizeUrl: string;
  /** Refuses, from now on, every access token that it gave. */
  revokeAll(): Promise<void>;
  /** Whether it takes an access token. */
  takes(token: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function startProvider(configuration: Configuration): Promise<RunningProvider> {
  // It advises whoever would run it for real, at every start.
  const silent = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')].map((spy) => spy.mockReturnValue());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, configuration);
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') === true) void agree(provider, request, response);
    else void handle(request, response);
  });
  const given: string[] = [];
  provider.on('access_token.saved', (token) => given.push(token.jti));
  provider.on('client_credentials.saved', (token) => given.push(token.jti));
  const find = async (token: string) =>
    (await provider.ClientCredentials.find(token)) ?? (await provider.AccessToken.find(token));
  return {
    issuer,
    tokenUrl: `${issuer}/token`,
    authorizeUrl: `${issuer}/auth`,
    revokeAll: async () => {
      for (const token of given.splice(0)) await (await find(token))?.destroy();
    },
    takes: async (token) => (await find(token)) !== undefined,
    close: async () => {
      for (const spy of silent) spy.mockRestore();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the provider does not listen on a port');
  return address.port;
}
