import { deepEqual } from '../validate/deep-equal.ts';
import { readPath } from './read-path.ts';
import type { RetryOn } from './system.ts';
import type { ErrorRule } from './transport.ts';

/** What a rule looks at of a response; each is asked for only where a rule needs it. */
export interface RuledResponse {
  readonly status: number;
  json(): unknown;
  isEmpty(): boolean;
}

/**
 * The first rule that fits a response. A rule with a body condition fits any status unless it names one (an API that
 * answers 200 with `ok: false`); a rule with neither fits every response that is not 2xx.
 */
export function matchErrorRule(rules: readonly ErrorRule[], response: RuledResponse): ErrorRule | undefined {
  return rules.find((rule) => statusFits(rule, response.status) && bodyFits(rule, response));
}

/** True where `class` (`5xx`, 404) covers `status`. */
export function coversStatus(covered: RetryOn, status: number): boolean {
  return covered === status || covered === `${Math.floor(status / 100)}xx`;
}

function statusFits({ status: condition, body, empty }: ErrorRule, status: number): boolean {
  if (condition === undefined) return body !== undefined || empty === true || status < 200 || status > 299;
  return typeof condition === 'object' ? !coversStatus(condition.not, status) : coversStatus(condition, status);
}

function bodyFits({ body, empty }: ErrorRule, response: RuledResponse): boolean {
  if (empty === true && !response.isEmpty()) return false;
  if (body === undefined) return true;
  const found = readPath(response.json(), body.path);
  // `error: null` says that there is none, and so does `errors: []`.
  return body.equals === undefined ? isPresent(found) : deepEqual(found, body.equals);
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
