import { generateKeyPairSync } from 'node:crypto';
import type { IntegrationDefinition } from '@flowright/runtime';
import type { RecordedCase } from '../cases/recorded-case.ts';

/** Where an integration finds its systems in a case. */
export interface Surroundings {
  /** By the ids of systems: they lead to the recording's server, their paths stay. */
  readonly baseUrls: Readonly<Record<string, string>>;
  /** Variables of base URLs as they were recorded, and secrets that have to be of a kind. */
  readonly settings: Readonly<Record<string, string>>;
}

export function caseSurroundings(
  { systems, settings: refs }: IntegrationDefinition<unknown>,
  { connection }: Pick<RecordedCase, 'connection'>,
  origin: string,
): Surroundings {
  const settings: Record<string, string> = {};
  const baseUrls: Record<string, string> = {};
  for (const { setting } of refs) if (setting.includes('PRIVATE_KEY')) settings[setting] = privateKey();
  for (const { id, variables, baseUrl } of systems) {
    const values = new Map(
      Object.entries(variables).map(([name, ref]) => {
        const value = connection[name] ?? ref.default ?? `example-${name}`;
        settings[ref.setting] = value;
        return [name, value];
      }),
    );
    const filled = baseUrl.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
    baseUrls[id] = origin + new URL(filled).pathname.replace(/\/+$/, '');
  }
  return { baseUrls, settings };
}

let key: string | undefined;

function privateKey(): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return key;
}
