import type { SettingRef } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { SettingOrText, SettingSecret } from '../../spec/types.ts';
import { upperSnakeCase } from '../names.ts';
import type { Report } from '../report.ts';

/** What an auth is checked with. */
export interface AuthScope {
  /** The system's id. */
  readonly system: string;
  /** The system's variables, which texts may hold as `{name}`. */
  readonly variables: readonly string[];
  readonly report: Report;
}

/** A secret by its name; plain text is a setting without a name, whose default it is. */
export function settingOf(value: SettingOrText): SettingRef {
  return typeof value === 'string' ? { setting: '', default: value } : { setting: value.secret };
}

/** The setting that the spec names, or the one of the system: `CRM_CLIENT_ID`. */
export function ownSetting(given: SettingSecret | undefined, name: string, { system }: AuthScope): SettingRef {
  return { setting: given?.secret ?? ownName(name, system) };
}

export function ownName(name: string, system: string): string {
  return `${upperSnakeCase(system)}_${name}`;
}

/** Plain texts and secrets by name; every `{variable}` of the texts must be one of the system. */
export function checkedValues(
  values: Readonly<Record<string, SettingOrText>> | undefined,
  at: SpecPath,
  scope: AuthScope,
  also: readonly string[] = [],
): Readonly<Record<string, SettingRef>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => {
      if (typeof value === 'string') checkText(value, [...at, name], scope, also);
      return [name, settingOf(value)];
    }),
  );
}

/** The same of a text that stands alone. */
export function checkText(
  text: string,
  at: SpecPath,
  { variables, report }: AuthScope,
  also: readonly string[] = [],
): void {
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1] ?? '';
    if (!variables.includes(name) && !also.includes(name))
      report.add('FR2001', { what: 'variable', name }, at, { from: match.index, to: match.index + match[0].length });
  }
}

/** A value where it is given. */
export function checkedValue(value: SettingOrText, at: SpecPath, scope: AuthScope): SettingRef {
  if (typeof value === 'string') checkText(value, at, scope);
  return settingOf(value);
}

/** Where tokens come from, and the setting that replaces it. */
export function tokenEndpoint(
  url: string,
  at: SpecPath,
  scope: AuthScope,
): { readonly url: string; readonly setting: string } {
  checkText(url, at, scope);
  return { url, setting: ownName('TOKEN_URL', scope.system) };
}
