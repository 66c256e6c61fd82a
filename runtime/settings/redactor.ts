import type { IntegrationDefinition } from '../integration.ts';
import { secretNames } from './setting-names.ts';
import type { Settings } from './settings.ts';

/** Masks the values of known secrets in texts that leave the process or are kept. */
export interface Redactor {
  /** `text` with every secret replaced; the same string where it holds none. Works on plain text, JSON and URLs. */
  mask(text: string): string;
}

export const MASK = '[redacted]';

/** Shorter values are not masked: they occur in ordinary data, which must not be damaged. */
const SHORTEST_SECRET = 8;

export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) forms.add(form);
  }
  // The longest first: a secret may be a part of another one.
  const ordered = [...forms].toSorted((a, b) => b.length - a.length);
  return {
    mask(text) {
      let masked = text;
      for (const form of ordered) if (masked.includes(form)) masked = masked.replaceAll(form, MASK);
      return masked;
    },
  };
}

/** Masks the secrets that `integration` reads from `settings`. */
export function redactorFor<Clients>(integration: IntegrationDefinition<Clients>, settings: Settings): Redactor {
  return createRedactor(secretNames(integration).flatMap((name) => settings.get(name) ?? []));
}
