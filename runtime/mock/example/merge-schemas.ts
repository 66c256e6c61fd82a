import { isRecord } from '../json-path.ts';
import type { Schema } from './schema.ts';

/** One schema for two that both hold; where a keyword cannot be joined, the second one's counts. */
export function mergeSchemas(first: Schema, second: Schema): Schema {
  const merged = new Map(Object.entries(first));
  for (const [keyword, value] of Object.entries(second)) {
    const before = merged.get(keyword);
    merged.set(keyword, before === undefined ? value : join(keyword, before, value));
  }
  return Object.fromEntries(merged);
}

function join(keyword: string, first: unknown, second: unknown): unknown {
  switch (keyword) {
    case 'properties':
    case 'patternProperties':
      return joinNamed(first, second);
    case 'items':
    case 'additionalProperties':
      return both(first, second);
    case 'required':
      return [...new Set([...asList(first), ...asList(second)])];
    case 'type':
      return joinTypes(asList(first), asList(second));
    case 'enum':
      return asList(first).filter((value) => asList(second).includes(value));
    case 'anyOf':
    case 'oneOf':
      // Each branch of the one with each branch of the other; the first pairs come first.
      return asList(first).flatMap((one) => asList(second).map((other) => both(one, other)));
    case 'minimum':
    case 'exclusiveMinimum':
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return Math.max(Number(first), Number(second));
    case 'maximum':
    case 'exclusiveMaximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return Math.min(Number(first), Number(second));
    default:
      return second;
  }
}

function joinNamed(first: unknown, second: unknown): unknown {
  if (!isRecord(first) || !isRecord(second)) return second;
  const joined = new Map(Object.entries(first));
  for (const [name, schema] of Object.entries(second))
    joined.set(name, joined.has(name) ? both(joined.get(name), schema) : schema);
  return Object.fromEntries(joined);
}

/** `false` allows nothing, so it wins; `true` restricts nothing. */
function both(first: unknown, second: unknown): unknown {
  if (first === false || second === false) return false;
  return { allOf: [first, second] };
}

function joinTypes(first: readonly unknown[], second: readonly unknown[]): unknown {
  const narrowed = first.includes('number') && second.includes('integer') ? [...first, 'integer'] : first;
  const widened = first.includes('integer') && second.includes('number') ? [...second, 'integer'] : second;
  const common = narrowed.filter((type) => widened.includes(type));
  return common.length === 1 ? common[0] : common;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
