import { isRecord } from '../../data/is-record.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { FindPlace } from '../text/find-place.ts';
import { keysOf, wrongType } from './explain-error.ts';
import type { Language, Schema } from './language.ts';
import { branchesOf, takes, typesOf } from './types-of.ts';
import { describe, description, ownerName, quoted } from './words.ts';

/** A value that fits none of a union's branches. */
export interface Misfit {
  readonly union: Schema;
  readonly data: unknown;
  readonly path: SpecPath;
}

/** Explains what keeps a value from fitting this one schema. */
export type ExplainOne = (schema: Schema, data: unknown, path: SpecPath) => readonly Diagnostic[];

/**
 * Says what is wrong with a value that is to be one of several things: finds the one that is meant, by its type and by the
 * key that only this kind has, and says what is wrong with that.
 */
export function explainUnion(
  misfit: Misfit,
  language: Language,
  place: FindPlace,
  explainOne: ExplainOne,
): readonly Diagnostic[] {
  const { union, data, path } = misfit;
  const branches = branchesOf(union).map((branch) => language.resolve(branch));
  const fitting = branches.filter((branch) => takes(typesOf(language, branch), data));
  if (fitting.length === 0) return [wrongUnionType(misfit, branches, language, place)];
  const [only, second] = fitting;
  if (isRecord(data)) return explainKind(misfit, fitting, language, place, explainOne);
  if (only !== undefined && second === undefined) {
    return keyAsText(misfit, branches, place) ?? explainOne(only, data, path);
  }
  return [explainText(misfit, fitting, language, place)];
}

interface Kind {
  readonly schema: Schema;
  /** The required keys that only this kind has; the first one names it. */
  readonly marks: readonly [string, ...string[]];
}

function explainKind(
  misfit: Misfit,
  fitting: readonly Schema[],
  language: Language,
  place: FindPlace,
  explainOne: ExplainOne,
): readonly Diagnostic[] {
  const { union, data, path } = misfit;
  const kinds = kindsOf(fitting);
  const [first, second] = presentKinds(data, kinds);
  if (first !== undefined && second === undefined) return explainOne(first.kind.schema, data, path);
  const owner = ownerName(language, union, path);
  if (first !== undefined && second !== undefined) {
    return [
      diagnostic('FR1108', { owner, keys: [first.key, second.key] }, place([...path, second.key], { on: 'key' })),
    ];
  }
  const others = fitting.filter((schema) => !kinds.some((kind) => kind.schema === schema));
  const [other] = others.length > 0 ? others : kinds.length === 1 ? kinds.map(({ schema }) => schema) : [];
  if (other !== undefined) return explainOne(other, data, path);
  return [misspelt(misfit, kinds, owner, place) ?? noKind(misfit, kinds, owner, place)];
}

/** The kinds of object that are told apart by required keys of their own. */
function kindsOf(schemas: readonly Schema[]): readonly Kind[] {
  return schemas.flatMap((schema) => {
    const elsewhere = new Set(schemas.flatMap((other) => (other === schema ? [] : requiredOf(other))));
    const [first, ...more] = requiredOf(schema).filter((name) => !elsewhere.has(name));
    return first === undefined ? [] : [{ schema, marks: [first, ...more] }];
  });
}

function requiredOf({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The kinds that the object has marks of, each with its first one, in the order of the object's keys. */
function presentKinds(data: unknown, kinds: readonly Kind[]): readonly { readonly kind: Kind; readonly key: string }[] {
  const found = new Map<Kind, string>();
  for (const key of isRecord(data) ? Object.keys(data) : []) {
    const kind = kinds.find(({ marks }) => marks.includes(key));
    if (kind !== undefined && !found.has(kind)) found.set(kind, key);
  }
  // What one kind may have besides says nothing of the kind that has to have it.
  return [...found]
    .filter(([kind, key]) => ![...found.keys()].some((other) => other !== kind && keysOf(other.schema).includes(key)))
    .map(([kind, key]) => ({ kind, key }));
}

function misspelt(
  { data, path }: Misfit,
  kinds: readonly Kind[],
  owner: string,
  place: FindPlace,
): Diagnostic | undefined {
  const known = new Set(kinds.flatMap(({ schema }) => keysOf(schema)));
  const allowed = kinds.map(({ marks: [mark] }) => mark);
  for (const key of isRecord(data) ? Object.keys(data) : []) {
    const suggestion = known.has(key) ? undefined : nearest(key, allowed);
    if (suggestion !== undefined)
      return diagnostic('FR1101', { key, owner, allowed, suggestion }, place([...path, key], { on: 'key' }));
  }
  return undefined;
}

function noKind({ path }: Misfit, kinds: readonly Kind[], owner: string, place: FindPlace): Diagnostic {
  return diagnostic('FR1107', { owner, choices: kinds.map(({ marks: [mark] }) => mark) }, place(path, { on: 'key' }));
}

function wrongUnionType(misfit: Misfit, branches: readonly Schema[], language: Language, place: FindPlace): Diagnostic {
  return keyAsText(misfit, branches, place)?.[0] ?? wrongType(misfit.union, misfit.data, language, place(misfit.path));
}

/** `round` alone, where `{ round: 2 }` is meant. */
function keyAsText(
  { data, path }: Misfit,
  branches: readonly Schema[],
  place: FindPlace,
): readonly Diagnostic[] | undefined {
  const mark = kindsOf(branches).find(({ marks }) => marks[0] === data)?.marks[0];
  if (mark === undefined) return undefined;
  const args = { expected: `an object with ${mark}`, found: describe(data), fix: `write { ${mark}: … }` };
  return [diagnostic('FR1103', args, place(path))];
}

/** Text that may be one of a few words, or have a form. */
function explainText(
  { union, data, path }: Misfit,
  fitting: readonly Schema[],
  language: Language,
  place: FindPlace,
): Diagnostic {
  const values: readonly unknown[] = fitting.flatMap((schema): readonly unknown[] =>
    Array.isArray(schema.enum) ? schema.enum : [],
  );
  const allowed = values.map(String);
  const found = typeof data === 'string' ? quoted(data) : describe(data);
  const suggestion = nearest(String(data), allowed);
  if (suggestion !== undefined || fitting.every((schema) => Array.isArray(schema.enum))) {
    return diagnostic('FR1104', { found, allowed, suggestion }, place(path));
  }
  const wanted =
    description(language, union) ?? fitting.flatMap((schema) => description(language, schema) ?? []).join(', or ');
  return typeof data === 'string'
    ? diagnostic('FR1105', { found: data, wanted }, place(path))
    : wrongType(union, data, language, place(path));
}
