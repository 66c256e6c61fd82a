import type { IntegrationDefinition } from '../integration.ts';
import { secretNames } from './setting-names.ts';
import type { Settings } from './settings.ts';

/** Masks the values of known secrets in texts that leave the process or are kept. */
export interface Redactor {
  /** `text` with every secret replaced; the same string where it holds none. Works on plain text, JSON and URLs. */
  mask(text: string): string;
  /** Masks this secret too from now on: a token that a system gave. */
  learn(secret: string): void;
}

export const MASK = '[redacted]';

/** Shorter values are not masked: they occur in ordinary data, which must not be damaged. */
const SHORTEST_SECRET = 8;

/** Of tokens that systems give, so many are remembered: those before them have expired. */
const LEARNED = 64;

export function createRedactor(secrets: readonly string[]): Redactor {
  let learned: readonly string[] = [];
  let ordered = formsOf(secrets);
  return {
    mask(text) {
      let masked = text;
      for (const form of ordered) if (masked.includes(form)) masked = masked.replaceAll(form, MASK);
      return masked;
    },
    learn(secret) {
      if (learned.includes(secret)) return;
      learned = [...learned, secret].slice(-LEARNED);
      ordered = formsOf([...secrets, ...learned]);
    },
  };
}

/** How the secrets may be written, the longest first: a secret may be a part of another one. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) =>
    secret.length < SHORTEST_SECRET ? [] : [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)],
  );
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

/** Masks the secrets that `integration` reads from `settings`. */
export function redactorFor<Clients>(integration: IntegrationDefinition<Clients>, settings: Settings): Redactor {
  return createRedactor(secretNames(integration).flatMap((name) => settings.get(name) ?? []));
}
