import { isRecord } from '../../data/is-record.ts';
import { visibleJson } from './visible-text.ts';

/** More lines than this say no more than the types. */
const MOST = 60;

const WORDS: Readonly<Record<string, (value: string) => string>> = {
  format: (value) => `format ${value}`,
  pattern: (value) => `matches ${value}`,
  minLength: (value) => `at least ${value} characters`,
  maxLength: (value) => `at most ${value} characters`,
  minimum: (value) => `at least ${value}`,
  maximum: (value) => `at most ${value}`,
  exclusiveMinimum: (value) => `more than ${value}`,
  exclusiveMaximum: (value) => `less than ${value}`,
  multipleOf: (value) => `a multiple of ${value}`,
  minItems: (value) => `at least ${value} items`,
  maxItems: (value) => `at most ${value} items`,
  minProperties: (value) => `at least ${value} members`,
  maxProperties: (value) => `at most ${value} members`,
};

/**
 * What a JSON Schema demands beyond what its TypeScript type says, a line each: `output.code: at most 3 characters`. A value has to keep
 * it, and no type would tell.
 */
export function limitsOfSchema(name: string, schema: unknown): readonly string[] {
  const lines = new Set<string>();
  const visit = (at: string, part: unknown, within: readonly string[]): void => {
    if (!isRecord(part) || lines.size >= MOST) return;
    const limits = limitsOf(part);
    if (limits.length > 0) lines.add(`${at}: ${limits.join(', ')}`);
    const { $ref: reference, properties, items, prefixItems, additionalProperties } = part;
    if (typeof reference === 'string' && !within.includes(reference))
      visit(at, resolve(schema, reference), [...within, reference]);
    if (isRecord(properties))
      for (const [key, member] of Object.entries(properties)) visit(`${at}${memberOf(key)}`, member, within);
    visit(`${at}[]`, items, within);
    if (Array.isArray(prefixItems))
      for (const [index, item] of prefixItems.entries()) visit(`${at}[${index}]`, item, within);
    visit(`${at}[…]`, additionalProperties, within);
    for (const each of ['anyOf', 'oneOf', 'allOf']) {
      const parts = part[each];
      if (Array.isArray(parts)) for (const one of parts) visit(at, one, within);
    }
  };
  visit(name, schema, []);
  return [...lines].slice(0, MOST);
}

function limitsOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const { type } = schema;
  const whole = type === 'integer' || (Array.isArray(type) && type.includes('integer'));
  const said = Object.entries(WORDS).flatMap(([keyword, words]) => {
    const value = schema[keyword];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [words(keyword === 'pattern' ? `/${value}/u` : String(value))];
  });
  return [...(whole ? ['whole number'] : []), ...said, ...(schema['uniqueItems'] === true ? ['no item twice'] : [])];
}

function memberOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${visibleJson(key)}]`;
}

/** What `#/$defs/Line` stands for. */
function resolve(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  let at = root;
  for (const segment of reference.slice(1).split('/').filter(Boolean)) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}
