import type { FieldRow } from '../../spec/rows.ts';
import type { Op, Value } from '../../spec/types.ts';

/** A row (or a value) in words: where the value comes from, and what is done with it. */
export function describeRow(row: FieldRow | Value): { readonly from: string; readonly rule: string } {
  const { from, rules } = describeValue(row);
  return { from, rule: [...rules, ...(row.note === undefined ? [] : [`(${row.note})`])].join(', ') };
}

/** The same without the author's note, what is done one by one. */
export function describeValue(row: FieldRow | Value): { readonly from: string; readonly rules: readonly string[] } {
  const rules = [
    ...('map' in row && row.map !== undefined ? [`through ${row.map}`] : []),
    ...(row.pipe ?? []).map(describeOp),
    ...(row.default === undefined ? [] : [`${JSON.stringify(row.default)} where missing`]),
    ...(row.absent === undefined ? [] : [ABSENT[row.absent]]),
    ...(row.when === undefined ? [] : [`only where ${row.when}`]),
  ];
  return { from: sourceOf(row), rules };
}

const ABSENT = { omit: 'left out where missing', null: 'null where missing', empty: 'empty where missing' } as const;

function sourceOf(row: FieldRow | Value): string {
  if ('from' in row) return typeof row.from === 'string' ? row.from : row.from.join(', else ');
  if ('const' in row) return JSON.stringify(row.const);
  if ('template' in row) return `“${row.template}”`;
  if ('expr' in row) return row.expr;
  if ('jsonata' in row) return row.jsonata;
  return 'logic' in row ? `logic: ${row.logic}` : `rule: ${row.rule}`;
}

/** One operation of a pipe in words. */
export function describeOp(op: Op): string {
  if (typeof op === 'string') return OPS[op] ?? op;
  if ('date' in op)
    return typeof op.date === 'string'
      ? `as a date (${op.date})`
      : `date from ${op.date.from ?? 'iso'} to ${op.date.to}${op.date.zone === undefined ? '' : ` in ${op.date.zone}`}`;
  if ('lookup' in op) return `looked up in ${op.lookup}`;
  if ('round' in op) return op.round === 0 ? 'rounded' : `rounded to ${String(op.round)} digits`;
  if ('each' in op) return `each ${op.each.map(describeOp).join(', ')}`;
  if ('map' in op) return `through ${op.map}`;
  if ('typed' in op) return `only where it is a ${op.typed}`;
  if ('filter' in op) return `only those with ${op.filter}`;
  if ('find' in op) return `the first with ${op.find}`;
  if ('join' in op) return `joined with ${JSON.stringify(op.join)}`;
  if ('replace' in op) return `${JSON.stringify(op.replace.find)} replaced by ${JSON.stringify(op.replace.with)}`;
  if ('until' in op) return `those before ${op.until}`;
  if ('removePrefix' in op) return `without ${JSON.stringify(op.removePrefix)} at its start`;
  if ('removeSuffix' in op) return `without ${JSON.stringify(op.removeSuffix)} at its end`;
  if ('chunk' in op) return `in lists of ${String(op.chunk)}`;
  const [name = '', argument] = Object.entries(op)[0] ?? [];
  return `${OPS[name] ?? name} ${words(argument)}`;
}

/** `by id, keep last` */
function words(argument: unknown): string {
  if (typeof argument !== 'object' || argument === null) return String(argument);
  if (Array.isArray(argument)) return argument.map(words).join(', ');
  return Object.entries(argument)
    .map(([name, value]) => `${name} ${words(value)}`)
    .join(', ');
}

const OPS: Readonly<Record<string, string>> = {
  number: 'as a number',
  integer: 'as an integer',
  string: 'as text',
  boolean: 'as a boolean',
  upper: 'in upper case',
  lower: 'in lower case',
  trim: 'trimmed',
  first: 'the first',
  last: 'the last',
  count: 'how many',
  unique: 'without repetitions',
  compact: 'without empty ones',
  sort: 'sorted',
  nonEmpty: 'unless empty',
  min: 'the least',
  max: 'the greatest',
  sum: 'the sum',
  flatten: 'as one list',
  keys: 'its names',
  values: 'its values',
  urlEncode: 'encoded for a URL',
};
