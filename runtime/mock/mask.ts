import type { Auth } from '../http/system.ts';
import { authSettings } from '../http/auth/auth-settings.ts';
import { carriersOf } from './auth/carriers.ts';
import type { Credentials } from './auth/credentials.ts';
import type { MockSystem } from './definition.ts';
import { isRecord } from './json-path.ts';
import type { MockRequest } from './mock-request.ts';

const hidden = '***';
const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Makes what hides the credentials of a request: right or wrong ones in their places, and the right ones anywhere. */
export function createMask(
  systems: readonly MockSystem[],
  credentials: Credentials,
): (auth: Auth, request: MockRequest) => MockRequest {
  const secrets = new Set(
    systems
      .flatMap((system) => authSettings(system.auth))
      .flatMap(({ ref, secret }) => (secret ? (credentials[ref.setting] ?? '') : [])),
  );
  secrets.delete('');
  return (auth, request) => ({
    ...request,
    headers: maskNamed(
      request.headers,
      (name) => secretHeaders.has(name) || keyNames(auth, 'header').includes(name),
      secrets,
    ),
    query: maskNamed(request.query, (name) => keyNames(auth, 'query').includes(name.toLowerCase()), secrets),
    body: maskValue(request.body, secrets),
  });
}

function keyNames(auth: Auth, place: 'header' | 'query'): readonly string[] {
  return carriersOf(auth).flatMap((carrier) => (carrier.in === place ? [carrier.name.toLowerCase()] : []));
}

function maskNamed<T extends string | readonly string[]>(
  values: Readonly<Record<string, T>>,
  isSecret: (name: string) => boolean,
  secrets: ReadonlySet<string>,
): Record<string, T | string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const known = typeof value === 'string' ? secrets.has(value) : value.some((one) => secrets.has(one));
      return [name, isSecret(name) || known ? hidden : value];
    }),
  );
}

function maskValue(value: unknown, secrets: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return secrets.has(value) ? hidden : value;
  if (Array.isArray(value)) return value.map((element) => maskValue(element, secrets));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(inner, secrets)]));
}
