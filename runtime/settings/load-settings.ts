import type { IntegrationDefinition } from '../integration.ts';
import { settingRefs } from './setting-names.ts';
import { SettingsError } from './settings-error.ts';
import { settingsFrom } from './settings.ts';
import type { Environment, Settings } from './settings.ts';

/** The settings of `integration` out of an environment record; a `SettingsError` that lists every missing one. */
export function loadSettings<Clients>(integration: IntegrationDefinition<Clients>, environment: Environment): Settings {
  const settings = settingsFrom(environment);
  const missing = settingRefs(integration).filter(
    (ref) => ref.default === undefined && ref.optional !== true && settings.get(ref.setting) === undefined,
  );
  if (missing.length > 0) {
    throw new SettingsError(
      integration.name,
      missing.map((ref) => ref.setting),
    );
  }
  return settings;
}
