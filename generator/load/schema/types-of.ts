import { isRecord } from '../../data/is-record.ts';
import type { Language, Schema } from './language.ts';
import type { TypeName } from './words.ts';

const every: readonly TypeName[] = ['string', 'number', 'boolean', 'null', 'array', 'object'];

/** The types of value that a part of the schema takes at all. */
export function typesOf(language: Language, part: Schema): ReadonlySet<TypeName> {
  const schema = language.resolve(part);
  if (typeof schema.type === 'string') return new Set([schema.type].filter(isTypeName));
  if (Array.isArray(schema.type)) return new Set(schema.type.filter(isTypeName));
  if ('const' in schema) return new Set([typeOf(schema.const)]);
  if (Array.isArray(schema.enum)) return new Set(schema.enum.map(typeOf));
  const branches = branchesOf(schema);
  return branches.length > 0 ? new Set(branches.flatMap((branch) => [...typesOf(language, branch)])) : new Set(every);
}

/** The schemas of which one has to fit. */
export function branchesOf(schema: Schema): readonly Schema[] {
  const branches: unknown = schema.oneOf ?? schema.anyOf ?? [];
  return Array.isArray(branches) ? branches.filter(isRecord) : [];
}

export function typeOf(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

export function takes(types: ReadonlySet<TypeName>, value: unknown): boolean {
  return types.has(typeOf(value)) || (typeof value === 'number' && types.has('integer'));
}

function isTypeName(name: unknown): name is TypeName {
  return name === 'integer' || every.some((known) => known === name);
}
