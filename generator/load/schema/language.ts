import { isRecord } from '../../data/is-record.ts';
import { readSchema } from '../../spec/schema-file.ts';

/** A part of the JSON Schema of the spec language. */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of the spec language, with every part found by its JSON pointer and the other way round. */
export interface Language {
  readonly root: Schema;
  /** The part itself, or what its `$ref` refers to. */
  resolve(part: Schema): Schema;
  /** A fragment such as `#/$defs/step/oneOf/0`. */
  pointer(part: Schema): string;
}

let language: Promise<Language> | undefined;

/** Reads the schema once. */
export async function spokenLanguage(): Promise<Language> {
  language ??= readSchema().then(indexLanguage);
  return await language;
}

export function indexLanguage(root: Schema): Language {
  const pointers = new Map<unknown, string>();
  const parts = new Map<string, Schema>();
  const walk = (part: unknown, pointer: string): void => {
    if (Array.isArray(part)) part.forEach((one, at) => walk(one, `${pointer}/${at}`));
    if (!isRecord(part)) return;
    pointers.set(part, pointer);
    parts.set(pointer, part);
    for (const [key, value] of Object.entries(part))
      walk(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  walk(root, '#');

  const resolve = (part: Schema): Schema => {
    const target = typeof part.$ref === 'string' ? parts.get(part.$ref) : undefined;
    return target === undefined ? part : resolve(target);
  };
  return { root, resolve, pointer: (part) => pointers.get(part) ?? '#' };
}
