import type { SettingRef, WebhookAuth } from '@flowright/runtime';
import type { CheckedIntegration } from '../check/checked-integration.ts';
import { upperSnakeCase } from '../check/names.ts';
import type { SettingPlan } from '../ir/setting.ts';
import { authSettings } from './auth-settings.ts';

/** Every environment variable that the integration reads, each once, in the order of the spec. */
export function planSettings(checked: CheckedIntegration): readonly SettingPlan[] {
  const settings = new Map<string, SettingPlan>();
  const add = (setting: SettingPlan): void => {
    if (!settings.has(setting.name)) settings.set(setting.name, setting);
  };
  const { spec } = checked.loaded;
  for (const { id, title, definition } of checked.systems) {
    const called = checked.operations.some((operation) => operation.system === id);
    if (!called) continue;
    for (const [name, variable] of Object.entries(definition.variables)) {
      add(plain(variable, spec.systems[id]?.variables?.[name]?.description ?? `{${name}} in ${title}'s base URL`));
    }
    for (const setting of authSettings(definition.auth, title)) add(setting);
  }
  for (const workflow of checked.workflows) {
    if (workflow.trigger.kind !== 'webhook') continue;
    for (const name of webhookSecrets(workflow.trigger.auth))
      add({
        name,
        secret: true,
        description: `proves that deliveries to ${workflow.trigger.path} come from who they say`,
      });
  }
  if (readsMetadata(checked))
    add({
      name: metadataSetting(spec.name),
      secret: false,
      default: '{}',
      description: `values of the connection, as JSON or the name of a file: ${Object.keys(spec.metadata ?? {}).join(', ')}`,
    });
  return [...settings.values()];
}

/** Whether some workflow reads values of the connection. */
export function readsMetadata({ workflows }: CheckedIntegration): boolean {
  return workflows.some(({ metadata }) => metadata !== undefined);
}

/** The environment variable that holds the values of the connection: ORDERS_METADATA. */
export function metadataSetting(integration: string): string {
  return `${upperSnakeCase(integration)}_METADATA`;
}

function plain(ref: SettingRef, description: string): SettingPlan {
  return { name: ref.setting, secret: false, description, ...(ref.default !== undefined && { default: ref.default }) };
}

/** The environment variables that hold a webhook's secrets. */
export function webhookSecrets(auth: WebhookAuth): readonly string[] {
  if (auth.kind === 'none') return [];
  return auth.kind === 'basic' ? [auth.username, auth.password] : [auth.secret];
}
