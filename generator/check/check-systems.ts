import type { SettingRef, SystemDefinition, SystemRetry } from '@flowright/runtime';
import type { Place, SpecPath } from '../diagnostics/place.ts';
import type { Retry, System } from '../spec/types.ts';
import { checkAuth } from './auth/check-auth.ts';
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
      auth: checkAuth(system.auth, [...at, 'auth'], { system: id, variables: Object.keys(variables), report }),
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

/** What an endpoint says of its own retries; all else is as its system says. */
export function ownRetry({ attempts, on, respect, initial, factor, max }: Retry): Partial<SystemRetry> {
  return {
    attempts,
    ...(on !== undefined && { on }),
    ...(respect !== undefined && { respect }),
    ...(initial !== undefined && { initialMs: milliseconds(initial) }),
    ...(factor !== undefined && { factor }),
    ...(max !== undefined && { maxMs: milliseconds(max) }),
  };
}

/** The setting of a variable where the spec names none: `SHOPIFY_SHOP`. */
export function variableSetting(system: string, name: string): string {
  return `${upperSnakeCase(system)}_${upperSnakeCase(name)}`;
}
