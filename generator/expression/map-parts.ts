import type { Expression, Operation } from './expression.ts';

/** The expression with each of its direct parts changed. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return expression;
    case 'field':
    case 'index':
    case 'not':
    case 'present':
      return { ...expression, of: change(expression.of) };
    case 'template':
      return { ...expression, parts: expression.parts.map((part) => (typeof part === 'string' ? part : change(part))) };
    case 'binary':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'conditional':
      return {
        ...expression,
        test: change(expression.test),
        then: change(expression.then),
        else: change(expression.else),
      };
    case 'coalesce':
      return { ...expression, of: expression.of.map(change) };
    case 'apply':
      return { ...expression, of: change(expression.of), op: mapOperation(expression.op, change) };
    case 'each':
      return {
        ...expression,
        of: change(expression.of),
        value: change(expression.value),
        ...(expression.when !== undefined && { when: change(expression.when) }),
      };
    case 'mapped':
      return { ...expression, args: expression.args.map(change) };
    case 'gap':
      return { ...expression, input: change(expression.input) };
    case 'object':
      return { ...expression, fields: expression.fields.map((field) => ({ ...field, value: change(field.value) })) };
    case 'array':
      return { ...expression, items: expression.items.map(change) };
  }
}

function mapOperation(operation: Operation, change: (part: Expression) => Expression): Operation {
  if (operation.op === 'jsonata') return { ...operation, args: operation.args.map(change) };
  if ('test' in operation) return { ...operation, test: change(operation.test) };
  if ('value' in operation) return { ...operation, value: change(operation.value) };
  switch (operation.op) {
    case 'sum':
    case 'min':
    case 'max':
    case 'unique':
    case 'sort':
      return operation.by === undefined ? operation : { ...operation, by: change(operation.by) };
    default:
      return operation;
  }
}

/** Every name that an expression reads. */
export function namesRead(expression: Expression, into: Set<string> = new Set()): Set<string> {
  if (expression.kind === 'name') into.add(expression.name);
  mapParts(expression, (part) => {
    namesRead(part, into);
    return part;
  });
  return into;
}
