import { isRecord } from './json-path.ts';

/**
 * What was sent, in the kinds that the system answers in: APIs that keep every property as text (HubSpot) take the number
 * 187.4 and answer '187.4'. Scalars become text or a number where the example has one, and only without loss; what the
 * example does not have stays as it is.
 */
export function inKindOf(example: unknown, sent: unknown): unknown {
  if (Array.isArray(sent)) return Array.isArray(example) ? sent.map((item) => inKindOf(example[0], item)) : sent;
  if (isRecord(sent)) {
    if (!isRecord(example)) return sent;
    return Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [
        name,
        Object.hasOwn(example, name) ? inKindOf(example[name], value) : value,
      ]),
    );
  }
  if (typeof example === 'string' && (typeof sent === 'number' || typeof sent === 'boolean')) return String(sent);
  if (typeof example === 'number' && typeof sent === 'string') return asNumber(sent) ?? sent;
  return sent;
}

function asNumber(text: string): number | undefined {
  return /^-?\d+(?:\.\d+)?$/u.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
