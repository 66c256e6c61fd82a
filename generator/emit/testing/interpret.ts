import { evaluate as evaluateExpression } from '../../expression/evaluate/evaluate.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Build, BuildField, MappingPlan } from '../../ir/mapping.ts';

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

function evaluate(expression: Expression, names: Names, tables: Tables): unknown {
  return evaluateExpression(expression, new Map(Object.entries(names)), tables);
}
