import type { Expression, Operation } from '../../expression/expression.ts';

/** A part of an expression; `item` is the name that the part, and nothing outside it, may use. */
export interface Child {
  readonly expression: Expression;
  readonly item?: string;
}

/** The direct parts of an expression, in the order in which they are written. */
export function childrenOf(expression: Expression): readonly Child[] {
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return [];
    case 'field':
    case 'index':
    case 'not':
    case 'present':
      return [{ expression: expression.of }];
    case 'template':
      return expression.parts.flatMap((part) => (typeof part === 'string' ? [] : [{ expression: part }]));
    case 'binary':
      return [{ expression: expression.left }, { expression: expression.right }];
    case 'conditional':
      return [expression.test, expression.then, expression.else].map((one) => ({ expression: one }));
    case 'coalesce':
      return expression.of.map((one) => ({ expression: one }));
    case 'apply':
      return [{ expression: expression.of }, ...ofOperation(expression.op)];
    case 'each':
      return [
        { expression: expression.of },
        ...(expression.when === undefined ? [] : [{ expression: expression.when, item: expression.item }]),
        { expression: expression.value, item: expression.item },
      ];
    case 'mapped':
      return expression.args.map((one) => ({ expression: one }));
    case 'gap':
      return [{ expression: expression.input }];
    case 'object':
      return expression.fields.map((field) => ({ expression: field.value }));
    case 'array':
      return expression.items.map((one) => ({ expression: one }));
  }
}

function ofOperation(operation: Operation): readonly Child[] {
  if (operation.op === 'jsonata') return operation.args.map((one) => ({ expression: one }));
  if ('test' in operation) return [{ expression: operation.test, item: operation.item }];
  if ('by' in operation && typeof operation.by === 'object')
    return [{ expression: operation.by, item: 'item' in operation ? operation.item : '' }];
  if ('value' in operation) return [{ expression: operation.value }];
  return [];
}

/** Every name that an expression uses or binds. */
export function namesIn(expression: Expression, into = new Set<string>()): Set<string> {
  if (expression.kind === 'name') into.add(expression.name);
  for (const child of childrenOf(expression)) {
    if (child.item !== undefined) into.add(child.item);
    namesIn(child.expression, into);
  }
  return into;
}
