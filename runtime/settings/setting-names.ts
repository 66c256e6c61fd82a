import type { IntegrationDefinition } from '../integration.ts';
import { authSettings } from '../http/auth/auth-settings.ts';
import type { SettingRef, SystemDefinition } from '../http/system.ts';
import type { WebhookAuth } from '../trigger/trigger.ts';

/** Every setting that the integration reads, each once, in order of name; one with a default is not required. */
export function settingRefs<Clients>(integration: IntegrationDefinition<Clients>): readonly SettingRef[] {
  const byName = new Map<string, SettingRef>();
  const read = [
    ...integration.systems.flatMap(refsOfSystem),
    ...secretNames(integration).map((setting) => ({ setting })),
  ];
  // What the integration lists itself comes last, since it knows the defaults.
  for (const ref of [...read, ...integration.settings]) {
    const known = byName.get(ref.setting);
    if (known?.default === undefined && known?.optional !== true) byName.set(ref.setting, ref);
  }
  byName.delete('');
  return [...byName.values()].toSorted((a, b) => (a.setting < b.setting ? -1 : 1));
}

/** The names of the settings that hold secrets: their values are masked wherever they turn up. */
export function secretNames<Clients>(integration: IntegrationDefinition<Clients>): readonly string[] {
  const names = new Set<string>();
  for (const system of integration.systems) for (const name of secretsOfSystem(system)) names.add(name);
  for (const { trigger } of Object.values(integration.workflows)) {
    if (trigger.kind === 'webhook') for (const name of secretsOfWebhook(trigger.auth)) names.add(name);
  }
  return [...names];
}

function refsOfSystem({ auth, variables }: SystemDefinition): readonly SettingRef[] {
  return [...Object.values(variables), ...authSettings(auth).map(({ ref }) => ref)];
}

function secretsOfSystem({ auth }: SystemDefinition): readonly string[] {
  return authSettings(auth).flatMap(({ ref, secret }) => (secret ? [ref.setting] : []));
}

function secretsOfWebhook(auth: WebhookAuth): readonly string[] {
  switch (auth.kind) {
    case 'hmac':
    case 'standardWebhooks':
    case 'apiKey':
      return [auth.secret];
    case 'basic':
      return [auth.password];
    case 'none':
      return [];
  }
}
