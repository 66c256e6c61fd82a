import { Agent, type Dispatcher } from 'undici';
import type { Settings } from '../settings/settings.ts';
import type { Auth, MtlsAuth } from './auth/auth.ts';
import { pemOf } from './auth/sign-jwt.ts';
import { valueIfAny, valueOf } from './auth/values.ts';
import type { SystemDefinition } from './system.ts';

/** The connections of a transport: one pool for all systems, and one of its own for each that asks for a client certificate. */
export interface Agents {
  readonly of: (system: SystemDefinition) => Dispatcher;
  close(): Promise<void>;
}

export function createAgents(settings: Settings): Agents {
  const shared = agentWith();
  const own = new Map<string, Agent>();
  return {
    of(system) {
      const mtls = mtlsOf(system.auth);
      if (mtls === undefined) return shared;
      const agent = own.get(system.id) ?? agentWith(tlsOf(mtls, system, settings));
      own.set(system.id, agent);
      return agent;
    },
    async close() {
      await Promise.all([shared, ...own.values()].map((agent) => agent.destroy()));
    },
  };
}

/** The transport bounds time and size itself; a socket of ours must idle for less than a server's usual 5 seconds. */
function agentWith(connect: Readonly<Record<string, string>> = {}): Agent {
  return new Agent({
    pipelining: 1,
    connections: 256,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 4000,
    maxResponseSize: -1,
    ...(Object.keys(connect).length > 0 && { connect }),
  });
}

function mtlsOf(auth: Auth): MtlsAuth | undefined {
  if (auth.kind === 'mtls') return auth;
  if (auth.kind !== 'all') return undefined;
  return auth.of.map(mtlsOf).find((found) => found !== undefined);
}

/** RFC 8446 section 4.4.2: who connects shows a certificate, and proves with the key that it is theirs. */
function tlsOf(
  { certificate, key, passphrase, ca }: MtlsAuth,
  system: SystemDefinition,
  settings: Settings,
): Readonly<Record<string, string>> {
  const source = { system, settings };
  const secret = valueIfAny(passphrase, source);
  return {
    cert: pemOf(valueOf(certificate, source)),
    key: pemOf(valueOf(key, source)),
    ...(secret !== undefined && { passphrase: secret }),
    ...(ca !== undefined && { ca: pemOf(valueOf(ca, source)) }),
  };
}
