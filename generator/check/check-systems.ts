import type { Auth as RuntimeAuth, SettingRef, SystemDefinition, SystemRetry } from '@flowright/runtime';
import type { Place, SpecPath } from '../diagnostics/place.ts';
import type { Auth, Retry, SettingOrText, System } from '../spec/types.ts';
import { milliseconds } from './duration.ts';
import { upperSnakeCase } from './names.ts';
import type { Report } from './report.ts';

/** A system with its definition for the runtime. */
export interface CheckedSystem {
  readonly id: string;
  readonly place: Place;
  readonly title: string;
  readonly docs?: string;
  readonly definition: SystemDefinition;
}

const DEFAULT_TIMEOUT = '30s';

export function checkSystem(id: string, system: System, report: Report): CheckedSystem {
  const at: SpecPath = ['systems', id];
  const variables = Object.fromEntries(
    Object.entries(system.variables ?? {}).map(([name, variable]): [string, SettingRef] => [
      name,
      {
        setting: variable.setting ?? variableSetting(id, name),
        ...(variable.default !== undefined && { default: variable.default }),
      },
    ]),
  );
  checkVariables(system, Object.keys(variables), at, report);
  return {
    id,
    place: report.place(at, { on: 'key' }),
    title: system.title ?? id,
    ...(system.docs !== undefined && { docs: system.docs }),
    definition: {
      id,
      baseUrl: system.baseUrl.replace(/\/+$/, ''),
      baseUrlSetting: `${upperSnakeCase(id)}_BASE_URL`,
      variables,
      auth: authOf(system.auth),
      headers: system.headers ?? {},
      timeoutMs: milliseconds(system.timeout ?? DEFAULT_TIMEOUT),
      retry: retryOf(system.retry),
      ...(system.rateLimit !== undefined && {
        rateLimit: { requests: system.rateLimit.requests, perMs: milliseconds(system.rateLimit.per) },
      }),
    },
  };
}

/** Every `{variable}` of the base URL and the headers must be declared. */
function checkVariables(system: System, declared: readonly string[], at: SpecPath, report: Report): void {
  const texts: readonly (readonly [string, SpecPath])[] = [
    [system.baseUrl, [...at, 'baseUrl']],
    ...Object.entries(system.headers ?? {}).map(([name, text]) => [text, [...at, 'headers', name]] as const),
  ];
  for (const [text, where] of texts) {
    for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
      const name = match[1] ?? '';
      if (!declared.includes(name))
        report.add('FR2001', { what: 'variable', name }, where, {
          from: match.index,
          to: match.index + match[0].length,
        });
    }
  }
}

function authOf(auth: Auth | undefined): RuntimeAuth {
  if (auth === undefined || 'none' in auth) return { kind: 'none' };
  if ('bearer' in auth) return { kind: 'bearer', secret: auth.bearer.secret };
  if ('basic' in auth)
    return { kind: 'basic', username: settingOf(auth.basic.username), password: settingOf(auth.basic.password) };
  const { apiKey } = auth;
  if ('header' in apiKey)
    return {
      kind: 'apiKey',
      in: 'header',
      name: apiKey.header,
      ...(apiKey.prefix !== undefined && { prefix: apiKey.prefix }),
      secret: apiKey.secret,
    };
  if ('query' in apiKey) return { kind: 'apiKey', in: 'query', name: apiKey.query, secret: apiKey.secret };
  return { kind: 'apiKey', in: 'cookie', name: apiKey.cookie, secret: apiKey.secret };
}

/** A secret by its name; plain text is a setting without a name, whose default it is. */
function settingOf(value: SettingOrText): SettingRef {
  return typeof value === 'string' ? { setting: '', default: value } : { setting: value.secret };
}

function retryOf(retry: Retry | undefined): SystemRetry {
  return {
    attempts: retry?.attempts ?? 3,
    initialMs: milliseconds(retry?.initial ?? '500ms'),
    factor: retry?.factor ?? 2,
    maxMs: milliseconds(retry?.max ?? '1m'),
    on: retry?.on ?? [429, '5xx', 'network', 'timeout'],
    respect: retry?.respect ?? 'Retry-After',
  };
}

/** The setting of a variable where the spec names none: `SHOPIFY_SHOP`. */
export function variableSetting(system: string, name: string): string {
  return `${upperSnakeCase(system)}_${upperSnakeCase(name)}`;
}
