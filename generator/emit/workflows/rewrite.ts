import type { Expression, Operation } from '../../expression/expression.ts';

/** The expression with every part that `replace` answers for replaced, from the outside in; the others stay as they are. */
export function rewrite(expression: Expression, replace: (part: Expression) => Expression | undefined): Expression {
  const replaced = replace(expression);
  if (replaced !== undefined) return replaced;
  const inner = (part: Expression): Expression => rewrite(part, replace);
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return expression;
    case 'field':
    case 'index':
    case 'not':
    case 'present':
      return { ...expression, of: inner(expression.of) };
    case 'template':
      return { ...expression, parts: expression.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'conditional':
      return {
        ...expression,
        test: inner(expression.test),
        then: inner(expression.then),
        else: inner(expression.else),
      };
    case 'coalesce':
      return { ...expression, of: expression.of.map(inner) };
    case 'apply':
      return { ...expression, of: inner(expression.of), op: rewriteOperation(expression.op, inner) };
    case 'each':
      return {
        ...expression,
        of: inner(expression.of),
        value: inner(expression.value),
        ...(expression.when !== undefined && { when: inner(expression.when) }),
      };
    case 'mapped':
      return { ...expression, args: expression.args.map(inner) };
    case 'gap':
      return { ...expression, input: inner(expression.input) };
    case 'object':
      return { ...expression, fields: expression.fields.map((field) => ({ ...field, value: inner(field.value) })) };
    case 'array':
      return { ...expression, items: expression.items.map(inner) };
  }
}

function rewriteOperation(operation: Operation, inner: (part: Expression) => Expression): Operation {
  switch (operation.op) {
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return { ...operation, value: inner(operation.value) };
    case 'filter':
    case 'find':
    case 'some':
    case 'every':
      return { ...operation, test: inner(operation.test) };
    case 'sum':
    case 'min':
    case 'max':
    case 'unique':
    case 'sort':
      return operation.by === undefined ? operation : { ...operation, by: inner(operation.by) };
    default:
      return operation;
  }
}
