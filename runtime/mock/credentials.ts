import type { Auth, SettingRef } from '../http/system.ts';
import type { MockSystem } from './definition.ts';

/** Setting name to value. */
export type Credentials = Readonly<Record<string, string>>;

/** A credential for every setting that the systems' auth names: the given one, its default, or a made-up one. */
export function makeCredentials(systems: readonly MockSystem[], given: Credentials = {}): Credentials {
  const settings = systems.flatMap((system) => authSettings(system.auth));
  return Object.fromEntries(
    settings.map((ref) => [ref.setting, given[ref.setting] ?? ref.default ?? madeUp(ref.setting)]),
  );
}

/** The settings that an auth reads. */
export function authSettings(auth: Auth): readonly SettingRef[] {
  switch (auth.kind) {
    case 'none':
      return [];
    case 'apiKey':
    case 'bearer':
      return [{ setting: auth.secret }];
    case 'basic':
      return [auth.username, auth.password];
  }
}

function madeUp(setting: string): string {
  return `mock-${setting.toLowerCase().replaceAll('_', '-')}`;
}
