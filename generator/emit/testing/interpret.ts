import type { BinaryOp, Expression, Operation } from '../../expression/expression.ts';
import type { Build, BuildField, MappingPlan } from '../../ir/mapping.ts';
import * as runtime from './runtime.ts';

/** The plan's meaning, step by step and as plainly as can be: what emitted code is compared with. */
export type Names = Readonly<Record<string, unknown>>;
export type Tables = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

export function interpretMapping(mapping: MappingPlan, args: readonly unknown[], tables: Tables): unknown {
  const names = Object.fromEntries(mapping.params.map((param, at) => [param.name, args[at]]));
  return build(mapping.build, names, tables).value;
}

/** `isSet`: some field of it was set, or it is no object. */
function build(of: Build, names: Names, tables: Tables): { readonly value: unknown; readonly isSet: boolean } {
  if (of.kind === 'value') return { value: evaluate(of.value, names, tables), isSet: true };
  if (of.kind === 'object') {
    const fields = of.fields.flatMap((field) => setField(field, names, tables));
    return { value: Object.fromEntries(fields), isSet: fields.length > 0 };
  }
  if (of.kind === 'helper') throw new TypeError('A function beside the mapping is not interpreted');
  if (of.kind === 'from')
    return isMissing(evaluate(of.of, names, tables)) ? { value: null, isSet: true } : build(of.build, names, tables);
  const list = evaluate(of.of, names, tables);
  const items = Array.isArray(list)
    ? list.map((item: unknown) => build(of.build, { ...names, [of.item]: item }, tables).value)
    : [];
  return { value: items.filter((item) => item !== undefined && item !== null), isSet: true };
}

function setField({ name, build: of, set, when }: BuildField, names: Names, tables: Tables): [string, unknown][] {
  if (when !== undefined && evaluate(when, names, tables) !== true) return [];
  if (of.kind === 'list' && set !== 'always' && isMissing(evaluate(of.of, names, tables))) return [];
  const { value, isSet } = build(of, names, tables);
  const left =
    set === 'ifPresent'
      ? isMissing(value)
      : set === 'ifDefined'
        ? value === undefined
        : set === 'ifAny'
          ? !isSet
          : false;
  return left ? [] : [[name, value]];
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

export function evaluate(expression: Expression, names: Names, tables: Tables): unknown {
  const value = (of: Expression, more: Names = {}): unknown => evaluate(of, { ...names, ...more }, tables);
  switch (expression.kind) {
    case 'name':
      return names[expression.name];
    case 'field':
    case 'index': {
      const owner = value(expression.of);
      if (isMissing(owner)) return undefined;
      if (expression.kind === 'index' && Array.isArray(owner)) return owner.at(expression.index);
      return expression.kind === 'field' && typeof owner === 'object' && owner !== null
        ? Reflect.get(owner, expression.field)
        : undefined;
    }
    case 'literal':
      return expression.value;
    case 'template':
      return expression.parts.map((part) => (typeof part === 'string' ? part : String(value(part)))).join('');
    case 'not':
      return value(expression.of) !== true;
    case 'present':
      return !isMissing(value(expression.of));
    case 'binary':
      if (expression.op === '&&') return value(expression.left) === true && value(expression.right) === true;
      if (expression.op === '||') return value(expression.left) === true || value(expression.right) === true;
      return binary(expression.op, value(expression.left), value(expression.right));
    case 'conditional':
      return value(value(expression.test) === true ? expression.then : expression.else);
    case 'coalesce': {
      let found: unknown;
      for (const one of expression.of) {
        found = value(one);
        if (!isMissing(found)) return found;
      }
      return found;
    }
    case 'apply': {
      const of = value(expression.of);
      return isMissing(of) ? undefined : operate(expression.op, of, (inner, more) => value(inner, more), tables);
    }
    case 'each': {
      const list = value(expression.of);
      if (!Array.isArray(list)) return undefined;
      const kept = list.filter(
        (item: unknown) =>
          expression.when === undefined || value(expression.when, { [expression.item]: item }) === true,
      );
      const values = kept.map((item: unknown) => value(expression.value, { [expression.item]: item }));
      return expression.flat ? values.flatMap((one) => (isMissing(one) ? [] : one)) : values;
    }
    case 'object':
      return Object.fromEntries(
        expression.fields.flatMap((one) =>
          one.optional && isMissing(value(one.value)) ? [] : [[one.name, value(one.value)]],
        ),
      );
    case 'array':
      return expression.items.map((item) => value(item));
    default:
      throw new TypeError(`${expression.kind} is not interpreted`);
  }
}

function binary(op: BinaryOp, left: unknown, right: unknown): unknown {
  if (op === '===') return left === right;
  if (op === '!==') return left !== right;
  if (typeof left === 'string' || typeof right === 'string') {
    const [a, b] = [String(left), String(right)];
    return op === '+' ? a + b : op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b;
  }
  const [a, b] = [Number(left), Number(right)];
  const results: Partial<Record<BinaryOp, unknown>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '%': a % b,
    '<': a < b,
    '<=': a <= b,
    '>': a > b,
    '>=': a >= b,
  };
  return results[op];
}

function operate(
  op: Operation,
  of: unknown,
  value: (of: Expression, names?: Names) => unknown,
  tables: Tables,
): unknown {
  if (typeof of === 'string') {
    switch (op.op) {
      case 'trim':
        return of.trim();
      case 'upper':
        return of.toUpperCase();
      case 'lower':
        return of.toLowerCase();
      case 'split':
        return of.split(op.by);
      case 'replace':
        return of.split(op.find).join(op.with);
      case 'slice':
        return of.slice(op.from, op.to);
      case 'includes':
      case 'startsWith':
      case 'endsWith':
        return of[op.op](String(value(op.value)));
      case 'count':
        return of.length;
      case 'number':
        return runtime.toNumber(of);
      case 'string':
        return of;
      case 'lookup':
        return tables.get(op.table)?.get(of);
      case 'date':
        return runtime.toEpochSeconds(runtime.fromIso(of));
      default:
        throw new TypeError(`${op.op} of a text is not interpreted`);
    }
  }
  if (typeof of === 'number') {
    switch (op.op) {
      case 'round':
        return runtime.round(of, op.digits);
      case 'multiply':
        return of * op.by;
      case 'add':
        return of + op.by;
      case 'string':
        return runtime.toText(of);
      case 'number':
        return of;
      default:
        throw new TypeError(`${op.op} of a number is not interpreted`);
    }
  }
  if (!Array.isArray(of)) throw new TypeError(`${op.op} is not interpreted`);
  const items: readonly unknown[] = of;
  const by = (item: unknown): unknown =>
    'by' in op && typeof op.by === 'object' && 'item' in op ? value(op.by, { [op.item]: item }) : item;
  const test = (item: unknown): boolean => 'test' in op && value(op.test, { [op.item]: item }) === true;
  switch (op.op) {
    case 'first':
      return items[0];
    case 'last':
      return items.at(-1);
    case 'at':
      return items.at(op.index);
    case 'count':
      return items.length;
    case 'join':
      return items.join(op.with);
    case 'filter':
    case 'find':
    case 'some':
    case 'every':
      return items[op.op](test);
    case 'slice':
      return items.slice(op.from, op.to);
    case 'includes':
      return items.includes(value(op.value));
    case 'sum':
      return items.map(by).reduce<number>((total, one) => total + Number(one), 0);
    case 'min':
    case 'max':
      return items
        .map(by)
        .toSorted((a, b) => (binary('<', a, b) === true ? -1 : binary('>', a, b) === true ? 1 : 0))
        .at(op.op === 'min' ? 0 : -1);
    case 'unique':
      return items.filter((item, at) => items.findIndex((other) => by(other) === by(item)) === at);
    case 'compact':
      return items.filter((item) => !isMissing(item));
    case 'flatten':
      return items.flat();
    default:
      throw new TypeError(`${op.op} of a list is not interpreted`);
  }
}
