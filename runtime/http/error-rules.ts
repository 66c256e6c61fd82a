import { deepEqual } from '../validate/deep-equal.ts';
import { readPath } from './read-path.ts';
import type { RetryOn } from './system.ts';
import type { ErrorRule } from './transport.ts';

/**
 * The first rule that fits a response. A rule with a body condition fits any status unless it names one (an API that
 * answers 200 with `ok: false`); a rule with neither fits every response that is not 2xx. `body` is called only where a
 * rule looks at it.
 */
export function matchErrorRule(
  rules: readonly ErrorRule[],
  status: number,
  body: () => unknown,
): ErrorRule | undefined {
  return rules.find((rule) => statusFits(rule, status) && bodyFits(rule, body));
}

/** True where `class` (`5xx`, 404) covers `status`. */
export function coversStatus(covered: RetryOn, status: number): boolean {
  return covered === status || covered === `${Math.floor(status / 100)}xx`;
}

function statusFits(rule: ErrorRule, status: number): boolean {
  if (rule.status !== undefined) return coversStatus(rule.status, status);
  return rule.body !== undefined || status < 200 || status > 299;
}

function bodyFits(rule: ErrorRule, body: () => unknown): boolean {
  if (rule.body === undefined) return true;
  const found = readPath(body(), rule.body.path);
  // `error: null` says that there is none.
  return rule.body.equals === undefined ? found !== undefined && found !== null : deepEqual(found, rule.body.equals);
}
