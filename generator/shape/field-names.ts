/** A field as the key of a `fields` object names it. */
export interface FieldName {
  readonly name: string;
  readonly optional: boolean;
  /** As the spec writes it, with its `?`. */
  readonly written: string;
}

/** The key of the members that have no key of their own. */
export const EVERY_OTHER = '*';

/** The fields that a key of `fields` names: `id`, `note?`, `title?, vendor?`. */
export function fieldNames(key: string): readonly FieldName[] {
  return key.split(',').map((part) => {
    const written = part.trim();
    const optional = written.endsWith('?');
    return { name: optional ? written.slice(0, -1).trimEnd() : written, optional, written };
  });
}
