import { isRecord } from '../../data/is-record.ts';
import { list } from '../../diagnostics/catalogue/entry.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Language, Schema } from './language.ts';

/** What the parts of the language are called in messages, by their name in `$defs`. */
const nouns: Readonly<Record<string, string>> = {
  auth: 'auth',
  callStep: 'a call step',
  callWith: "'with'",
  checkpointStep: 'a checkpoint step',
  criterion: 'an acceptance criterion',
  endpoint: 'an endpoint',
  errors: 'an error rule',
  failureRule: 'a rule of onError',
  fault: 'a fault',
  forEachStep: 'a forEach step',
  guardStep: 'a guard step',
  logic: 'a piece of logic',
  logicStep: 'a logic step',
  manual: 'a manual trigger',
  mapping: 'a mapping',
  mapStep: 'a map step',
  mock: "an endpoint's mock",
  model: 'a model',
  op: 'an operation',
  pageSize: 'a page size',
  pagination: 'pagination',
  parameter: 'a parameter',
  respondStep: 'a respond step',
  pollStep: 'a poll step',
  pruneStep: 'a prune step',
  removeStep: 'a remove step',
  retry: 'retry',
  returnStep: 'a return step',
  row: 'a row',
  saveStep: 'a save step',
  schedule: 'a schedule',
  setStep: 'a set step',
  settingOrText: 'a setting',
  shape: 'a type',
  sleepStep: 'a sleep step',
  startStep: 'a start step',
  step: 'a step',
  stopStep: 'a stop step',
  carried: 'a carried value',
  system: 'a system',
  table: 'a table',
  trigger: 'a trigger',
  upsertStep: 'an upsert step',
  value: 'a value',
  webhook: 'a webhook',
  webhookAuth: 'a signature',
  whenStep: 'a when step',
  workflow: 'a workflow',
};

/** What the object at `path` is called: 'a step', or the key that holds it. */
export function ownerName(language: Language, schema: Schema, path: SpecPath): string {
  const pointer = language.pointer(schema);
  const name = /^#\/\$defs\/(\w+)(?:\/(?:oneOf|anyOf)\/\d+|\/items|\/then)?$/.exec(pointer)?.[1];
  const noun = name === undefined ? undefined : nouns[name];
  if (noun !== undefined) return noun;
  const last = path.at(-1);
  if (last === undefined) return 'the spec';
  const isIndex = /^\d+$/.test(String(last));
  return isIndex ? `an item of '${path.at(-2) ?? ''}'` : `'${last}'`;
}

/** A value in words: the text 'abc', the number 5, a list. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** Text in quotes, shortened. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return `'${short}'`;
}

export type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

const typeWords: Readonly<Record<TypeName, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** Types in words: 'text, a list or an object'. */
export function describeTypes(types: Iterable<TypeName>): string {
  return list(
    [...new Set(types)].map((type) => typeWords[type]),
    'or',
  );
}

/** What a part of the schema says about itself, without the full stop; a description beside a `$ref` goes first. */
export function description(language: Language, part: unknown): string | undefined {
  if (!isRecord(part)) return undefined;
  const text = part.description ?? language.resolve(part).description;
  return typeof text === 'string' ? text.replace(/\.$/, '') : undefined;
}
