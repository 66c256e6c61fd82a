import { fillTemplate } from '../fill-template.ts';
import type { SettingRef } from '../system.ts';
import type { AuthData, Values } from './auth.ts';
import { isSetting } from './auth-settings.ts';
import type { AuthContext } from './scheme.ts';

type Source = Pick<AuthContext, 'system' | 'settings'>;

/** The value of a setting, or plain text with its `{variables}` filled in. `FatalError('internal')` where it is not set. */
export function valueOf(ref: SettingRef, { system, settings }: Source): string {
  if (ref.setting !== '') return settings.require(ref);
  return fillTemplate(ref.default ?? '', system, settings, (text) => text);
}

/** The same for a setting that need not be there. */
export function valueIfAny(ref: SettingRef | undefined, source: Source): string | undefined {
  if (ref === undefined || (ref.setting !== '' && source.settings.get(ref.setting) === undefined)) return ref?.default;
  return valueOf(ref, source);
}

export function valuesOf(values: Values | undefined, source: Source): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, ref]) => [name, valueOf(ref, source)]));
}

/** Plain data with the values of settings in it. */
export function dataOf(data: AuthData, source: Source): unknown {
  if (typeof data === 'string') return valueOf({ setting: '', default: data }, source);
  if (typeof data !== 'object' || data === null) return data;
  if (isSetting(data)) return valueOf(data, source);
  if (isList(data)) return data.map((item) => dataOf(item, source));
  return Object.fromEntries(Object.entries(data).map(([name, inner]) => [name, dataOf(inner, source)]));
}

function isList(data: AuthData): data is readonly AuthData[] {
  return Array.isArray(data);
}

/** The secrets among settings: every value that came from the environment. */
export function secretsIn(refs: readonly (SettingRef | undefined)[], source: Source): readonly string[] {
  return refs.flatMap((ref) =>
    ref === undefined || ref.setting === '' ? [] : (source.settings.get(ref.setting) ?? []),
  );
}
