import type { TypeName } from './words.ts';

/** Text, a number or a boolean: what is written without brackets. */
export function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** How a value of one of these types is written, for somebody who wrote `found` instead. */
export function howToWrite(types: ReadonlySet<TypeName>, found: unknown): string {
  if (types.has('string') && isPlain(found)) return 'put quotes around it';
  if (types.has('boolean') && typeof found === 'string')
    return /^(?:true|false)$/i.test(found) ? 'remove the quotes' : 'write true or false';
  if (isNumeric(types) && typeof found === 'string' && /^-?\d+(?:\.\d+)?$/.test(found)) return 'remove the quotes';
  if (types.has('array') && isPlain(found)) return `write a list: [${String(found).length < 20 ? String(found) : '…'}]`;
  if (types.has('object')) return 'write an object: { key: value }, or a line key: value for each key';
  if (types.has('array')) return "write a list: [a, b], or a line that begins with '- ' for each item";
  if (isNumeric(types)) return 'write a number';
  return types.has('boolean') ? 'write true or false' : 'write a text';
}

function isNumeric(types: ReadonlySet<TypeName>): boolean {
  return types.has('number') || types.has('integer');
}
