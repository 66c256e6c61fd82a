import { BodyError } from './payload.ts';

/** A field of a form: text, or bytes with what is known of them. */
export type FormField = readonly [name: string, value: string];

/** How lists of texts stand in a form: their name repeated, with `[]`, or with a position. */
export type FormListStyle = 'repeat' | 'brackets' | 'indices';

/**
 * The fields of an object, in its order: members that are undefined or null are left out, lists stand as `style` says (those
 * of objects always with a position), and an object's members are named `parent[member]`, as forms have them since PHP.
 */
export function formFields(body: unknown, style: FormListStyle = 'repeat'): readonly FormField[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BodyError('is no object, and only an object can be a form');
  return Object.entries(body).flatMap(([name, value]) => fieldsOf(name, value, style));
}

function fieldsOf(name: string, value: unknown, style: FormListStyle): readonly FormField[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => fieldsOf(itemName(name, index, item, style), item, style));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([member, inner]) => fieldsOf(`${name}[${member}]`, inner, style));
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function itemName(name: string, index: number, item: unknown, style: FormListStyle): string {
  if (style === 'indices' || (typeof item === 'object' && item !== null)) return `${name}[${index}]`;
  return style === 'brackets' ? `${name}[]` : name;
}
