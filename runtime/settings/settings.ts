import { FatalError } from '../context/errors.ts';
import type { SettingRef } from '../http/system.ts';

/** The settings of one integration, checked at start; values come from the environment. */
export interface Settings {
  /** The value, or `undefined` where it is not set; an empty value counts as not set. */
  get(name: string): string | undefined;
  /** The value or the reference's default; a `FatalError('internal')` naming the setting where there is neither. */
  require(ref: SettingRef): string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings over an environment record. Nothing is checked here: `loadSettings` does that. */
export function settingsFrom(environment: Environment): Settings {
  const get = (name: string): string | undefined => {
    const value = environment[name];
    return value === undefined || value === '' ? undefined : value;
  };
  return {
    get,
    require(ref) {
      const value = get(ref.setting) ?? ref.default;
      if (value === undefined)
        throw new FatalError('internal', `the setting ${ref.setting} is not set`, { setting: ref.setting });
      return value;
    },
  };
}
